package io.tapeline.venue.hyperliquid;

import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages as the venue documents and sends them. */
final class HyperliquidPayloads {
    static final String TRADES = """
            {"channel":"trades","data":[{"coin":"BTC","side":"B","px":"69997.0","sz":"0.38111","time":1730160006192,\
            "hash":"0x40d1","tid":1016375172059570},{"coin":"BTC","side":"A","px":"69996.0","sz":"0.33458",\
            "time":1730160006192,"hash":"0x40d1","tid":479312521152049,"users":["0xa","0xb"]}]}""";

    static final String CONTEXT = """
            {"channel":"activeAssetCtx","data":{"coin":"BTC","ctx":{"funding":"-0.000003688","openInterest":"22727.78266",\
            "prevDayPx":"69557.0","dayNtlVlm":"12377419030.3486595154","premium":"-0.0001657051","oraclePx":"66383.0",\
            "markPx":"66344.0","midPx":null,"impactPxs":null,"dayBaseVlm":"189106.61428"}}}""";

    static final String META = """
            {"universe":[{"szDecimals":5,"name":"BTC","maxLeverage":40,"marginTableId":56},\
            {"szDecimals":1,"name":"MATIC","maxLeverage":20,"marginTableId":20,"isDelisted":true},\
            {"szDecimals":0,"name":"kPEPE","maxLeverage":10,"marginTableId":52}],"marginTables":[],"collateralToken":0}""";

    static final String CONTEXTS = """
            [{"funding":"0.0000125","openInterest":"10.5","oraclePx":"66383.0","markPx":"66344.0"},\
            {"funding":"0.0","openInterest":"0.0","oraclePx":"0.2","markPx":"0.21"},\
            {"funding":"0.0000125","openInterest":"1000000.0","oraclePx":"0.0122","markPx":"0.01221"}]""";

    static final String SPOT = """
            {"universe":[{"tokens":[1,0],"name":"PURR/USDC","index":0,"isCanonical":true},\
            {"tokens":[197,0],"name":"@142","index":142,"isCanonical":false}],\
            "tokens":[{"name":"USDC","szDecimals":8,"index":0},{"name":"UBTC","szDecimals":5,"index":197},\
            {"name":"PURR","szDecimals":0,"index":1}]}""";

    static final VenuePayload SNAPSHOT = book(1_730_160_007_687L, "70000.0");
    static final VenuePayload NEXT = book(1_730_160_012_701L, "70001.0");

    private HyperliquidPayloads() {}

    static VenuePayload book(long time, String bid) {
        return stream(
                "l2Book",
                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":" + time
                        + ",\"levels\":[[{\"px\":\"" + bid
                        + "\",\"sz\":\"3.4\",\"n\":1},{\"px\":\"69999.0\",\"sz\":\"1.60\",\"n\":1}],"
                        + "[{\"px\":\"70002.0\",\"sz\":\"2.9\",\"n\":1}]]}}",
                Kind.BOOK);
    }

    static VenuePayload info(String channel, String question, String text, Kind... kinds) {
        return VenuePayload.answer(
                "/info " + channel, "https://api.hyperliquid.xyz/info#type=" + question, text, kinds);
    }

    static List<VenuePayload> all() {
        return List.of(
                stream("trades", TRADES, Kind.TRADE),
                SNAPSHOT,
                NEXT,
                stream(
                        "l2Book",
                        "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"SHIA\",\"time\":1730160007687,\"levels\":[[],[]],\"fast\":true}}",
                        Kind.BOOK),
                stream(
                        "bbo",
                        "{\"channel\":\"bbo\",\"data\":{\"coin\":\"@162\",\"time\":1750948919838,\"bbo\":["
                                + "{\"px\":\"0.97925\",\"sz\":\"4144.6\",\"n\":1},{\"px\":\"0.97934\",\"sz\":\"50.0\",\"n\":1}]}}",
                        Kind.QUOTE),
                stream("activeAssetCtx", CONTEXT, Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST),
                stream(
                        "activeAssetCtx",
                        "{\"channel\":\"activeSpotAssetCtx\",\"data\":{\"coin\":\"@2\",\"ctx\":{\"prevDayPx\":\"0.000031\","
                                + "\"dayNtlVlm\":\"24629.86429498\",\"markPx\":\"0.00005299\",\"midPx\":\"0.00005307\","
                                + "\"circulatingSupply\":\"6879553815.3455801\",\"coin\":\"@2\"}}}",
                        Kind.MARK_PRICE),
                stream(
                        "candle",
                        "{\"channel\":\"candle\",\"data\":{\"t\":1710146280000,\"T\":1710146339999,\"s\":\"BTC\",\"i\":\"1m\","
                                + "\"o\":\"71400.0\",\"c\":\"71411.0\",\"h\":\"71422.0\",\"l\":\"71389.0\",\"v\":\"1.20407\",\"n\":20}}",
                        Kind.CANDLE),
                info("spotMeta", "spotMeta", SPOT, Kind.INSTRUMENT),
                info(
                        "spotMetaAndAssetCtxs",
                        "spotMetaAndAssetCtxs",
                        "[" + SPOT + ",[{\"markPx\":\"80907.5\",\"midPx\":\"80907.0\",\"coin\":\"@142\"}]]",
                        Kind.INSTRUMENT,
                        Kind.MARK_PRICE),
                info("perpDexs", "perpDexs", "[null,{\"name\":\"xyz\",\"fullName\":\"XYZ\"},{\"name\":\"hyna\"}]"),
                info("meta", "meta&dex=&then=xyz%2Chyna", META, Kind.INSTRUMENT),
                info(
                        "metaAndAssetCtxs",
                        "metaAndAssetCtxs&dex=",
                        "[" + META + "," + CONTEXTS + "]",
                        Kind.INSTRUMENT,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST),
                info(
                        "l2Book",
                        "l2Book&coin=BTC",
                        "{\"coin\":\"BTC\",\"levels\":[[{\"px\":\"110427.0\",\"sz\":\"4.11882\"}],"
                                + "[{\"px\":\"110428.0\",\"sz\":\"3.72573\"}]],\"time\":1761786491067}",
                        Kind.BOOK),
                info(
                        "candleSnapshot",
                        "candleSnapshot&coin=kPEPE&interval=1h",
                        "[{\"T\":1684702799999,\"c\":\"0.001604\",\"h\":\"0.001616\",\"i\":\"1h\",\"l\":\"0.001601\",\"n\":709,"
                                + "\"o\":\"0.001601\",\"s\":\"kPEPE\",\"t\":1684699200000,\"v\":\"520665683.0\"}]",
                        Kind.CANDLE),
                info(
                        "fundingHistory",
                        "fundingHistory&coin=BTC",
                        "[{\"coin\":\"BTC\",\"fundingRate\":\"0.0000125\",\"premium\":\"0.00023467\",\"time\":1686186000054}]",
                        Kind.FUNDING_RATE),
                info(
                        "predictedFundings",
                        "predictedFundings",
                        "[[\"AVAX\",[[\"BinPerp\",{\"fundingRate\":\"0.00015\",\"nextFundingTime\":1733961600000}],"
                                + "[\"HlPerp\",{\"fundingRate\":\"0.0000125\",\"nextFundingTime\":1733958000000}],"
                                + "[\"BybitPerp\",null]]]]",
                        Kind.FUNDING_RATE));
    }
}
