package io.tapeline.venue.okx;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Messages in the form of https://www.okx.com/docs-v5/en (2026-07-28), with the older forms of captures since 2021. */
final class OkxPayloads {
    private static final String API = "https://openapi.okx.com";
    private static final String RUBIK = "/api/v5/rubik/stat/contracts/";
    private static final String SWAP = "?instId=BTC-USDT-SWAP";

    private OkxPayloads() {}

    static final VenuePayload OLD = change(90, 95);
    static final VenuePayload SNAPSHOT = stream("books", """
            {"arg":{"channel":"books","instId":"BTC-USDT"},"action":"snapshot","data":[{"asks":[["84769.8","4.15","0","13"],\
            ["84770.0","7","0","2"]],"bids":[["84769.7","2.56","0","12"],["84755.5","1.01","0","1"]],"ts":"1795168799085",\
            "checksum":0,"prevSeqId":-1,"seqId":100}]}
            """, Kind.BOOK);
    static final VenuePayload FIRST = change(100, 107);
    static final VenuePayload SECOND = change(107, 108);
    static final VenuePayload THIRD = change(108, 120);

    static VenuePayload change(long previous, long sequence) {
        return stream("books", """
                {"arg":{"channel":"books","instId":"BTC-USDT"},"action":"update","data":[{"asks":[["84769.8","0","0","0"]],\
                "bids":[["84769.7","2.5600","0","12"]],"ts":"1795168799185","checksum":0,"prevSeqId":%d,"seqId":%d}]}
                """.formatted(previous, sequence), Kind.BOOK);
    }

    static List<VenuePayload> all() {
        return Stream.of(markets(), derivatives(), candles(), marketAnswers(), derivativeAnswers(), statistics())
                .flatMap(List::stream)
                .toList();
    }

    private static List<VenuePayload> markets() {
        return List.of(
                SNAPSHOT,
                FIRST,
                stream("books-l2-tbt", """
                        {"arg":{"channel":"books-l2-tbt","instId":"ADA-USDT-211224"},"action":"snapshot","data":[\
                        {"asks":[["1.27898","65","0","1"]],"bids":[["1.27803","2","0","1"]],"ts":"1640131206623",\
                        "checksum":-44519492}]}
                        """, Kind.BOOK),
                stream("books50-l2-tbt", """
                        {"arg":{"channel":"books50-l2-tbt","instId":"ETH-USD-220128-3500-C"},"action":"update","data":[\
                        {"asks":[["0.1795","500","0","1"]],"bids":[],"ts":"1640001600039","checksum":496416989,\
                        "prevSeqId":5,"seqId":7}]}
                        """, Kind.BOOK),
                stream("trades-all", """
                        {"arg":{"channel":"trades-all","instId":"BTC-USDT"},"data":[{"instId":"BTC-USDT",\
                        "tradeId":"1040968613","px":"84769.90","sz":"0.12060306","side":"buy","source":"1",\
                        "ts":"1795168797897"}]}
                        """, Kind.TRADE),
                stream("trades", """
                        {"arg":{"channel":"trades","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
                        "tradeId":"2832749645","px":"63913.4","sz":"34.95","side":"sell","ts":"1786540436090","count":"10",\
                        "source":"0","seqId":333793118093}]}
                        """, Kind.TRADE),
                stream("trades", """
                        {"arg":{"channel":"trades","instId":"FIL-USD-220325"},"data":[{"instId":"FIL-USD-220325",\
                        "tradeId":"1271987","px":"36.239","sz":"11","side":"buy","ts":"1640131185600"}]}
                        """, Kind.TRADE),
                stream("bbo-tbt", """
                        {"arg":{"channel":"bbo-tbt","instId":"BCH-USDT-SWAP"},"data":[{"asks":[["111.06","55154.10","0","2"]],\
                        "bids":[],"ts":"1670324386802","seqId":363996337}]}
                        """, Kind.QUOTE),
                stream("notice", """
                        {"event":"notice","code":"64008","msg":"The connection will soon be closed for a service upgrade. \
                        Please reconnect.","connId":"a4d3ae55"}
                        """));
    }

    private static List<VenuePayload> derivatives() {
        return List.of(
                stream("mark-price", """
                        {"arg":{"channel":"mark-price","instId":"FIL-USDT-220325"},"data":[{"instId":"FIL-USDT-220325",\
                        "instType":"FUTURES","markPx":"36.662","ts":"1640140257676"}]}
                        """, Kind.MARK_PRICE),
                stream("index-tickers", """
                        {"arg":{"channel":"index-tickers","instId":"BTC-USD"},"data":[{"instId":"BTC-USD","idxPx":"64280.10",\
                        "open24h":"63848.2","high24h":"64360.7","low24h":"63265.5","sodUtc0":"63465.3","sodUtc8":"64075.9",\
                        "ts":"1785870839964"}]}
                        """, Kind.MARK_PRICE),
                stream("funding-rate", """
                        {"arg":{"channel":"funding-rate","instId":"BTC-USD_UM_XPERP-310404"},"data":[{"formulaType":"withRate",\
                        "fundingRate":"-0.0004270396398519","fundingTime":"1785888000000","impactValue":"10000.00",\
                        "instId":"BTC-USD_UM_XPERP-310404","instType":"FUTURES","interestRate":"0.0001000000000000",\
                        "maxFundingRate":"0.00375","method":"current_period","minFundingRate":"-0.00375",\
                        "nextFundingRate":"","nextFundingTime":"1785916800000","premium":"-0.0008949500017283",\
                        "prevFundingTime":"1785859200000","settFundingRate":"-0.0001996513270201","settState":"settled",\
                        "ts":"1785870855692"}]}
                        """, Kind.FUNDING_RATE),
                stream("funding-rate", """
                        {"arg":{"channel":"funding-rate","instId":"WNCG-USDT-SWAP"},"data":[{"fundingRate":"0.00048105",\
                        "fundingTime":"1640131200000","instId":"WNCG-USDT-SWAP","instType":"SWAP",\
                        "nextFundingRate":"0.00114"}]}
                        """, Kind.FUNDING_RATE),
                stream("open-interest", """
                        {"arg":{"channel":"open-interest","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP",\
                        "instType":"SWAP","oi":"2216113.01000000309","oiCcy":"22161.1301000000309",\
                        "oiUsd":"1939251795.54769270396321","ts":"1743041250440"}]}
                        """, Kind.OPEN_INTEREST),
                stream("open-interest", """
                        {"arg":{"channel":"open-interest","instId":"WNCG-USDT-SWAP"},"data":[{"instId":"WNCG-USDT-SWAP",\
                        "instType":"SWAP","oi":"644195","oiCcy":"644195.5","ts":"1640131258756"}]}
                        """, Kind.OPEN_INTEREST),
                stream("liquidation-orders", """
                        {"arg":{"channel":"liquidation-orders","instType":"FUTURES"},"data":[{"details":[{"bkLoss":"0",\
                        "bkPx":"0.55205","ccy":"","posSide":"short","side":"buy","sz":"39.5","ts":"1680173247614"}],\
                        "instFamily":"XRP-USD","instId":"XRP-USD-230929","instType":"FUTURES","uly":"XRP-USD"}]}
                        """, Kind.LIQUIDATION));
    }

    private static List<VenuePayload> candles() {
        return List.of(
                stream("candle<bar>", """
                        {"arg":{"channel":"candle1m","instId":"BTC-USDT-SWAP"},"data":[["1786540440000","63913.0","63951.8",\
                        "63913.0","63951.8","1803.61","18.0361","1153203.99426000","0"]]}
                        """, Kind.CANDLE),
                stream("candle<bar>", """
                        {"arg":{"channel":"candle6Hutc","instId":"BTC-USDT"},"data":[["1786538760000","64040.2","64040.2",\
                        "64025.7","64033.5","2.16787395","138825.265446816","138825.265446816","1"]]}
                        """, Kind.CANDLE),
                stream("mark-price-candle<bar>", """
                        {"arg":{"channel":"mark-price-candle1Dutc","instId":"BTC-USD-190628"},"data":[["1597026383085",\
                        "3.721","3.743","3.677","3.708","1"]]}
                        """, Kind.CANDLE),
                stream("index-candle<bar>", """
                        {"arg":{"channel":"index-candle30m","instId":"BTC-USD"},"data":[["1597026383085","3811.31","3811.31",\
                        "3811.31","3811.31","0"]]}
                        """, Kind.CANDLE),
                get("/api/v5/market/candles", SWAP + "&bar=4H", """
                        {"code":"0","msg":"","data":[["1786540440000","63913.0","63951.8","63913.0","63951.8","1803.61",\
                        "18.0361","1153203.99","1"]]}
                        """, Kind.CANDLE),
                get("/api/v5/market/history-candles", "?instId=BTC-USDT", """
                        {"code":"0","msg":"","data":[["1786540440000","63913.0","63951.8","63913.0","63951.8","1803.61",\
                        "18.0361","1153203.99","1"]]}
                        """, Kind.CANDLE),
                get("/api/v5/market/mark-price-candles", SWAP + "&bar=1m", """
                        {"code":"0","msg":"","data":[["1597026383085","3.721","3.743","3.677","3.708","0"]]}
                        """, Kind.CANDLE),
                get("/api/v5/market/index-candles", "?instId=BTC-USDT&bar=1m", """
                        {"code":"0","msg":"","data":[["1597026383085","3.721","3.743","3.677","3.708","1"]]}
                        """, Kind.CANDLE));
    }

    private static List<VenuePayload> marketAnswers() {
        String trades = """
                {"code":"0","msg":"","data":[{"instId":"BTC-USDT","side":"sell","sz":"0.00001","source":"0","px":"29963.20",\
                "tradeId":"242720720","ts":"1654161646974"},{"instId":"BTC-USDT","side":"sell","sz":"0.00001","source":"0",\
                "px":"29964.1","tradeId":"242720719","ts":"1654161641568"}]}
                """;
        return List.of(
                get("/api/v5/market/history-trades", "?instId=BTC-USDT&type=1&after=242720721", trades, Kind.TRADE),
                get("/api/v5/market/trades", "?instId=BTC-USDT", trades, Kind.TRADE),
                get("/api/v5/public/instruments", "?instType=SWAP", """
                        {"code":"0","msg":"","data":[{"alias":"","baseCcy":"","ctMult":"1","ctType":"linear","ctVal":"0.01",\
                        "ctValCcy":"BTC","expTime":"","instCategory":"1","instFamily":"BTC-USDT","instId":"BTC-USDT-SWAP",\
                        "instIdCode":10459,"instType":"SWAP","listTime":"1573557408000","lotSz":"0.01","minSz":"0.01",\
                        "quoteCcy":"","ruleType":"normal","settleCcy":"USDT","state":"live","tickSz":"0.1","uly":"BTC-USDT"}]}
                        """, Kind.INSTRUMENT),
                get("/api/v5/public/time", "", """
                        {"code":"0","msg":"","data":[{"ts":"1597026383085"}]}
                        """));
    }

    private static List<VenuePayload> derivativeAnswers() {
        return List.of(
                get("/api/v5/market/index-tickers", "?instId=BTC-USDT", """
                        {"code":"0","msg":"","data":[{"instId":"BTC-USDT","idxPx":"43350","ts":"1649419644492"}]}
                        """, Kind.MARK_PRICE),
                get("/api/v5/public/mark-price", "?instType=SWAP", """
                        {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","markPx":"200",\
                        "ts":"1597026383085"}]}
                        """, Kind.MARK_PRICE),
                get("/api/v5/public/funding-rate", SWAP, """
                        {"code":"0","msg":"","data":[{"fundingRate":"0.0000182221218054","fundingTime":"1743609600000",\
                        "instId":"BTC-USDT-SWAP","instType":"SWAP","nextFundingRate":"","nextFundingTime":"1743638400000",\
                        "settFundingRate":"0.0000145824401745","settState":"processing","ts":"1743588686291"}]}
                        """, Kind.FUNDING_RATE),
                get("/api/v5/public/funding-rate", "?instId=ANY", """
                        {"code":"0","msg":"","data":[{"fundingRate":"0.0000182221218054","fundingTime":"1743609600000",\
                        "instId":"BTC-USDT-SWAP","instType":"SWAP","nextFundingTime":"1743638400000"}]}
                        """),
                get("/api/v5/public/funding-rate-history", "?instId=BTC-USD-SWAP", """
                        {"code":"0","msg":"","data":[{"formulaType":"noRate","fundingRate":"0.0000746604960499",\
                        "fundingTime":"1703059200000","instId":"BTC-USD-SWAP","instType":"SWAP","method":"next_period",\
                        "realizedRate":"0.0000746572360545"},{"formulaType":"noRate","fundingRate":"0.000227985782722",\
                        "fundingTime":"1703030400000","instId":"BTC-USD-SWAP","instType":"SWAP","method":"next_period",\
                        "realizedRate":"0.0002279755647389"}]}
                        """, Kind.FUNDING_RATE),
                get("/api/v5/public/open-interest", "?instType=SWAP", """
                        {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","oi":"5000",\
                        "oiCcy":"555.55","oiUsd":"50000","ts":"1597026383085"}]}
                        """, Kind.OPEN_INTEREST),
                get(RUBIK + "open-interest-history", SWAP + "&period=5m", """
                        {"code":"0","msg":"","data":[["1701417600000","731377.57500501","7313.77","8888888.50"]]}
                        """, Kind.OPEN_INTEREST));
    }

    private static List<VenuePayload> statistics() {
        String ratio = """
                {"code":"0","msg":"","data":[["1701417600000","1.1739"],["1701417300000","0.1236"]]}
                """;
        String period = SWAP + "&period=5m";
        return List.of(
                get(RUBIK + "long-short-account-ratio-contract", period, ratio, Kind.LONG_SHORT_RATIO),
                get(RUBIK + "long-short-account-ratio-contract-top-trader", period, ratio, Kind.LONG_SHORT_RATIO),
                get(RUBIK + "long-short-position-ratio-contract-top-trader", period, ratio, Kind.LONG_SHORT_RATIO),
                get("/api/v5/rubik/stat/taker-volume-contract", period, """
                        {"code":"0","msg":"","data":[["1701417600000","200","380"],["1701417300000","0","300"]]}
                        """, Kind.LONG_SHORT_RATIO));
    }

    private static VenuePayload get(String path, String query, String text, Kind... yields) {
        return answer(path, API + path + query, text, yields);
    }
}
