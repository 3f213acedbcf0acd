package io.tapeline.venue.gmx;

import io.tapeline.collector.feed.FeedInstruments;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.List;

/** Answers as GMX documents them, with digits of real ones. */
final class GmxPayloads {
    static final String KEEPER = "https://arbitrum-api.gmxinfra.io";
    static final String API = "https://arbitrum.gmxapi.io";
    static final String INDEX = "https://gmx.squids.live/gmx-synthetics-arbitrum:prod/api/graphql";
    static final String BTC = "0x47c031236e19d024b42f8AE6780E44A573170703";
    static final String BTC_TOKEN = "0x47904963fc8b2340414262125aF798B9655E58Cd";
    static final String ETH = "0x70d95587d40A2caf56bd97485aB3Eec10Bee6336";
    static final String SOL = "0x09400D9DB990D5ed3f35D7be61DfAEB900Af03C9";
    private static final String USDC = "0xaf88d065e77c8cC2239327C5EDb3A432268e5831";
    private static final String WBTC = "0x2f2a2543B76A4166549F7aaB2e75Bef0aefC5B0f";
    private static final String TBTC = "0x6c84a8f1c29108F47a79964b5Fe888D4f4D0dE40";
    private static final String WETH = "0x82aF49447D8a07e3bd95BD0d56f35241523fBab1";
    private static final String SOL_TOKEN = "0x2bcC6D6CdBbDC0a4071e48bb3B969b06B3330c07";

    static final VenuePayload TOKENS = VenuePayload.answer(
            "/tokens",
            KEEPER + "/tokens",
            """
            {"tokens":[{"symbol":"BTC","address":"%s","decimals":8,"synthetic":true},\
            {"symbol":"WBTC.b","address":"%s","decimals":8},{"symbol":"tBTC","address":"%s","decimals":18},\
            {"symbol":"ETH","address":"%s","decimals":18},{"symbol":"SOL","address":"%s","decimals":9},\
            {"symbol":"USDC","address":"%s","decimals":6}]}
            """.formatted(BTC_TOKEN, WBTC, TBTC, WETH, SOL_TOKEN, USDC),
            Kind.INSTRUMENT);

    static final VenuePayload MARKETS = VenuePayload.answer(
            "/markets",
            KEEPER + "/markets",
            "{\"markets\":["
                    + String.join(
                            ",",
                            market(
                                    "SWAP-ONLY [USDC-USDT]",
                                    "0xB686BcB112660343E6d15BDb65297e110C8311c4",
                                    "0x0000000000000000000000000000000000000000",
                                    USDC,
                                    USDC,
                                    true),
                            market(
                                    "BTC/USD [tBTC-tBTC]",
                                    "0xd62068697bCc92AF253225676D618B0C9f17C663",
                                    BTC_TOKEN,
                                    TBTC,
                                    TBTC,
                                    true),
                            market("BTC/USD [WBTC.b-USDC]", BTC, BTC_TOKEN, WBTC, USDC, true),
                            market("ETH/USD [ETH-USDC]", ETH, WETH, WETH, USDC, true),
                            market(
                                    "SOL/USD [WBTC.b-USDC]",
                                    "0xcf083d35AD306A042d4Fb312fCdd8228b52b82f8",
                                    SOL_TOKEN,
                                    WBTC,
                                    USDC,
                                    true),
                            market("SOL/USD [SOL-USDC]", SOL, SOL_TOKEN, SOL_TOKEN, USDC, true),
                            market("XAUT (deprecated)/USD [WBTC.b-USDC]", "0xdead", "0xbeef", WBTC, USDC, true),
                            market(
                                    "APE/USD [APE-USDC]",
                                    "0xdAB21c4d1F569486334C93685Da2b3F9b0A078e8",
                                    "0x7f9FBf9bDd3F4105C478b996B648FE6e828a1e98",
                                    WBTC,
                                    USDC,
                                    false))
                    + "]}",
            Kind.INSTRUMENT);

    static final VenuePayload PRICES = VenuePayload.answer(
            "/prices/tickers",
            KEEPER + "/prices/tickers#markets=" + BTC + "%3ABTC%2C" + ETH + "%3AETH",
            """
            [{"tokenAddress":"%s","tokenSymbol":"BTC","minPrice":"615363870277724850000000000",\
            "maxPrice":"615363870277724850000000000","updatedAt":1795168799588,"timestamp":1795168799},\
            {"tokenAddress":"%s","tokenSymbol":"ETH","minPrice":"2049525498631329","maxPrice":"2050000000000000",\
            "updatedAt":1795168799585,"timestamp":1795168797},\
            {"tokenAddress":"%s","tokenSymbol":"SOL","minPrice":"81114210000000000000000",\
            "maxPrice":"81114210000000000000000","updatedAt":1795168799585,"timestamp":1795168797}]
            """.formatted(BTC_TOKEN, WETH, SOL_TOKEN),
            Kind.MARK_PRICE,
            Kind.QUOTE);

    static final VenuePayload STATES = VenuePayload.answer(
            "/v1/markets/tickers",
            API + "/v1/markets/tickers",
            """
            [{"symbol":"SOL/USD","marketTokenAddress":"%s","fundingRateLong":"-20133947528265847430278800",\
            "fundingRateShort":"22076886797965905200535600","borrowingRateLong":"20162777618457106309000000",\
            "borrowingRateShort":"0","longInterestInTokens":"10512934000000","shortInterestInTokens":"9587121000000",\
            "longInterestUsd":"853279964187529952923764658438425616",\
            "shortInterestUsd":"778180000000000000000000000000000000",\
            "longInterestUsdMark":"852748100000000000000000000000000000",\
            "shortInterestUsdMark":"777651700000000000000000000000000000"}]
            """.formatted(SOL),
            Kind.FUNDING_RATE,
            Kind.BORROW_RATE,
            Kind.OPEN_INTEREST);

    static final VenuePayload KEEPER_STATES = VenuePayload.answer(
            "/markets/info",
            KEEPER + "/markets/info",
            """
            {"markets":[{"name":"ETH/USD [WETH-USDC]","marketToken":"%s","isListed":true,\
            "fundingRateLong":"-234415323020867061571811615482","fundingRateShort":"285795378003572022502143648000",\
            "borrowingRateLong":"37131225434902894175472240000",\
            "openInterestLong":"50962362065685009972399965082522856",\
            "openInterestShort":"41800391066452521980674550527863996"}]}
            """.formatted(ETH),
            Kind.FUNDING_RATE,
            Kind.BORROW_RATE,
            Kind.OPEN_INTEREST);

    static final VenuePayload TRADES = VenuePayload.answer(
            "/v1/trades/search",
            API + "/v1/trades/search#from=1795168680&to=1795168860",
            "{\"trades\":["
                    + String.join(
                            ",",
                            trade(
                                    "0xaa:1",
                                    "OrderExecuted",
                                    2,
                                    BTC,
                                    true,
                                    "1000",
                                    "1625056",
                                    "615363870277724850000000000"),
                            trade(
                                    "0xaa:2",
                                    "OrderExecuted",
                                    4,
                                    BTC,
                                    true,
                                    "1000",
                                    "1625056",
                                    "615363870277724850000000000"),
                            trade(
                                    "0xab:1",
                                    "OrderExecuted",
                                    7,
                                    ETH,
                                    false,
                                    "2000",
                                    "976562500000000000",
                                    "2048000000000000"),
                            trade("0xac:1", "OrderExecuted", 2, BTC, true, "0", "0", "615363870277724850000000000"),
                            trade(
                                    "0xad:1",
                                    "OrderCancelled",
                                    3,
                                    BTC,
                                    true,
                                    "1000",
                                    "1625056",
                                    "615363870277724850000000000"),
                            trade(
                                    "0xae:1",
                                    "OrderExecuted",
                                    0,
                                    BTC,
                                    true,
                                    "1000",
                                    "1625056",
                                    "615363870277724850000000000"))
                    + "],\"nextCursor\":null,\"hasMore\":false}",
            Kind.TRADE,
            Kind.LIQUIDATION);

    static final VenuePayload CANDLES = VenuePayload.answer(
            "/prices/candles",
            KEEPER + "/prices/candles?tokenSymbol=***&period=1d&limit=5#market=" + ETH,
            "{\"period\":\"1d\",\"candles\":[[1795132800,2068.88,2070.01,2060.50,2061.10],"
                    + "[1795046400,2036.94,2086.11,2007.30,2068.88]]}",
            Kind.CANDLE);

    static final VenuePayload FUNDING = VenuePayload.answer(
            "fundingRateSnapshots",
            INDEX + "#market=0x7c54D547FAD72f8AFbf6E5b04403A0168b654C6f",
            """
            {"data":{"fundingRateSnapshots":[{"marketAddress":"0x7c54D547FAD72f8AFbf6E5b04403A0168b654C6f",\
            "snapshotTimestamp":1750449600,"fundingFactorPerSecondLong":"-25903000627149213888888",\
            "fundingFactorPerSecondShort":"40512692907534675501066"}]}}
            """,
            Kind.FUNDING_RATE);

    static final List<VenuePayload> ALL =
            List.of(TOKENS, MARKETS, PRICES, STATES, KEEPER_STATES, TRADES, CANDLES, FUNDING);

    private GmxPayloads() {}

    private static String market(
            String name, String market, String index, String longs, String shorts, boolean listed) {
        return """
                {"name":"%s","marketToken":"%s","indexToken":"%s","longToken":"%s","shortToken":"%s","isListed":%s,\
                "listingDate":"2023-08-08T00:00:00.000Z"}""".formatted(name, market, index, longs, shorts, listed);
    }

    /** @param usd whole dollars */
    static String trade(
            String id, String event, int type, String market, boolean isLong, String usd, String tokens, String price) {
        return """
                {"id":"%s","eventName":"%s","orderType":%d,"orderKey":"0x1f","account":"0x2e","marketAddress":"%s",\
                "isLong":%s,"sizeDeltaUsd":"%s","sizeDeltaInTokens":"%s","executionPrice":"%s","timestamp":1795168790,\
                "transactionHash":"%s"}""".formatted(
                id, event, type, market, isLong, usd.equals("0") ? usd : usd + "0".repeat(30), tokens, price, id);
    }

    /** What the listings above list. */
    static FeedInstruments instruments() {
        FeedInstruments instruments = new FeedInstruments();
        for (VenuePayload listing : List.of(TOKENS, MARKETS)) {
            decode(listing, instruments).forEach(part -> {
                if (part instanceof Decoded.Listed(Instrument instrument)) {
                    instruments.put(instrument);
                }
            });
        }
        return instruments;
    }

    static List<Decoded> decode(VenuePayload payload, InstrumentLookup instruments) {
        return GmxDecoder.create().decode(payload.frame("gmx"), instruments);
    }
}
