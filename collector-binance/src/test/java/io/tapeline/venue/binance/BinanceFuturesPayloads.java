package io.tapeline.venue.binance;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/**
 * USD-M messages in the form of https://developers.binance.com (USD-M futures, change log up to 2026-08), with the older
 * forms seen in captures of 2020 and 2021.
 */
final class BinanceFuturesPayloads {
    private static final String API = "https://fapi.binance.com";

    private BinanceFuturesPayloads() {}

    static final VenuePayload OLD = depth(9_000, 9_300, 8_900);
    static final VenuePayload SNAPSHOT =
            answer("/fapi/v1/depth", API + "/fapi/v1/depth?symbol=BTCUSDT&limit=1000", """
            {"lastUpdateId":9500,"E":1790526538972,"T":1790526538968,"bids":[["64336.00","69.0738"],\
            ["64335.90","420.0066"]],"asks":[["64346.70","525.0349"]]}
            """, Kind.BOOK);
    static final VenuePayload FIRST = depth(9_450, 9_600, 9_300);
    static final VenuePayload SECOND = depth(9_680, 9_700, 9_600);
    static final VenuePayload THIRD = depth(9_750, 9_800, 9_700);

    private static VenuePayload depth(long first, long last, long previous) {
        return stream(
                "depth",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1790526538985,"
                        + "\"T\":1790526538981,\"s\":\"BTCUSDT\",\"ps\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last
                        + ",\"pu\":" + previous
                        + ",\"b\":[],\"a\":[[\"64346.70\",\"589.8041\"],[\"64347.00\",\"0.000\"]],\"st\":1}}",
                Kind.BOOK);
    }

    static List<VenuePayload> all() {
        return java.util.stream.Stream.concat(streams().stream(), answers().stream())
                .toList();
    }

    private static List<VenuePayload> streams() {
        return List.of(
                OLD,
                FIRST,
                stream("depth", """
                        {"e":"depthUpdate","E":1626992741379,"T":1626992741354,"s":"KEEPUSDT","U":600859606259,\
                        "u":600859607807,"pu":600859603268,"b":[["0.2438","5105"]],"a":[]}
                        """, Kind.BOOK),
                stream("aggTrade", """
                        {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1790046465702,"a":3460311795,\
                        "s":"BTCUSDT","p":"85595.90","q":"0.411","nq":"0.401","f":8105706701,"l":8105706719,\
                        "T":1790046465580,"m":false,"st":1}}
                        """, Kind.TRADE),
                stream("aggTrade", """
                        {"stream":"ctkusdt@aggTrade","data":{"e":"aggTrade","E":1626992741575,"a":16599292,"s":"CTKUSDT",\
                        "p":"1.01100","q":"10","f":23961322,"l":23961322,"T":1626992741421,"m":true}}
                        """, Kind.TRADE),
                stream("bookTicker", """
                        {"stream":"btcusdt@bookTicker","data":{"u":11671659685961,"e":"bookTicker","s":"BTCUSDT",\
                        "ps":"BTCUSDT","b":"84551.00","B":"2.646","a":"84551.10","A":"5.302","T":1790526538939,\
                        "E":1790526538940,"st":1}}
                        """, Kind.QUOTE),
                stream("markPrice", """
                        {"stream":"btcusdt@markPrice@1s","data":{"e":"markPriceUpdate","E":1786171884000,"s":"BTCUSDT",\
                        "p":"64991.37858696","ap":"64991.37858696","P":"64980.01344384","i":"65016.05673913",\
                        "r":"0.00003936","T":1786176000000,"st":1}}
                        """, Kind.MARK_PRICE, Kind.FUNDING_RATE),
                stream("markPrice", """
                        {"e":"markPriceUpdate","E":1609830121004,"s":"BTCBUSD_210129","p":"31799.27730000",\
                        "P":"31235.82439517","i":"31307.03400000","r":"","T":0}
                        """, Kind.MARK_PRICE),
                stream("forceOrder", """
                        {"stream":"stgusdt@forceOrder","data":{"e":"forceOrder","E":1786172557615,"o":{"s":"STGUSDT",\
                        "S":"SELL","o":"LIMIT","f":"IOC","q":"70.5","p":"0.1336000","ap":"0.1355000","X":"FILLED",\
                        "l":"6.9","z":"70.4","T":1786172556607,"ps":"STGUSDT","st":1}}}
                        """, Kind.LIQUIDATION),
                stream("forceOrder", """
                        {"e":"forceOrder","E":1568014460893,"o":{"s":"BTCUSDT","S":"BUY","o":"LIMIT","f":"IOC",\
                        "q":"0.014","p":"9910","ap":"9910.5","X":"FILLED","l":"0.014","z":"0.014","T":1568014460891},\
                        "ps":"BTCUSDT","st":1}
                        """, Kind.LIQUIDATION),
                stream("kline_<interval>", """
                        {"stream":"btcusdt@kline_1m","data":{"e":"kline","E":1786173360960,"s":"BTCUSDT","k":{\
                        "t":1786173300000, "T":1786173359999, "s":"BTCUSDT", "i":"1m", "f":7960920076, "L":7960920277, \
                        "o":"64970.80", "c":"64969.40", "h":"64970.90", "l":"64969.40", "v":"9.090", "n":194, \
                        "x":true, "q":"590577.96880", "V":"3.460", "Q":"224795.09440", "B":"0"}}}
                        """, Kind.CANDLE));
    }

    private static List<VenuePayload> answers() {
        return List.of(
                SNAPSHOT,
                answer("/fapi/v1/exchangeInfo", API + "/fapi/v1/exchangeInfo", LISTING, Kind.INSTRUMENT),
                answer(
                        "/fapi/v1/aggTrades",
                        API + "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=26129&limit=5",
                        """
                        [{"a":26129,"p":"0.01633102","q":"4.70443515","nq":"100","f":27781,"l":27781,\
                        "T":1498793709153,"m":true}]
                        """,
                        Kind.TRADE),
                answer("/fapi/v1/klines", API + "/fapi/v1/klines?symbol=BTCUSDT&interval=1m&limit=1", """
                        [[1591256460000,"9653.29","9654.56","9653.07","9653.08","100.114",1591256519999,\
                        "966000.59049940",308,"59.874","577000.46694368","0"]]
                        """, Kind.CANDLE),
                answer(
                        "/fapi/v1/fundingRate",
                        API + "/fapi/v1/fundingRate?symbol=BTCUSDT&limit=10",
                        """
                        [{"symbol":"BTCUSDT","fundingTime":1577836800000,"fundingRate":"-0.00012359","markPrice":""},\
                        {"symbol":"BTCUSDT","fundingTime":1789459200005,"fundingRate":"0.00006188",\
                        "markPrice":"76907.97183333","rateType":"Regular"},\
                        {"symbol":"BTCUSDT","fundingTime":1789459200009,"fundingRate":"0.00123400",\
                        "markPrice":"76907.97183333","rateType":"Special"}]
                        """,
                        Kind.FUNDING_RATE),
                answer("/fapi/v1/fundingInfo", API + "/fapi/v1/fundingInfo", """
                        [{"symbol":"BLZUSDT","adjustedFundingRateCap":"0.02500000",\
                        "adjustedFundingRateFloor":"-0.02500000","fundingIntervalHours":4,"disclaimer":false}]
                        """),
                answer("/fapi/v1/openInterest", API + "/fapi/v1/openInterest?symbol=BTCUSDT", """
                        {"openInterest":"10659.509","symbol":"BTCUSDT","time":1789437530011}
                        """, Kind.OPEN_INTEREST),
                ratio("globalLongShortAccountRatio", "1789437600000"),
                ratio("topLongShortAccountRatio", "1789437600000"),
                ratio("topLongShortPositionRatio", "\"1789437600000\""),
                answer(
                        "/futures/data/takerlongshortRatio",
                        API + "/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=5m&limit=3",
                        """
                        [{"buySellRatio":"1.5586","buyVol":"387.3300","sellVol":"248.5030","timestamp":"1585614900000"}]
                        """,
                        Kind.LONG_SHORT_RATIO),
                answer(
                        "/fapi/v1/premiumIndex",
                        API + "/fapi/v1/premiumIndex?symbol=BTCUSDT",
                        """
                        {"symbol":"BTCUSDT","markPrice":"11793.63104562","indexPrice":"11781.80495970",\
                        "estimatedSettlePrice":"11781.16138815","lastFundingRate":"0.00038246",\
                        "interestRate":"0.00010000","nextFundingTime":1597392000000,"time":1597370495002}
                        """,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE),
                pricedCandle("markPriceKlines", "symbol"),
                pricedCandle("indexPriceKlines", "pair"),
                pricedCandle("premiumIndexKlines", "symbol"),
                answer(
                        "/futures/data/openInterestHist",
                        API + "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=1",
                        """
                        [{"symbol":"BTCUSDT","sumOpenInterest":"20403.63700000",\
                        "sumOpenInterestValue":"150570784.07809979","timestamp":"1583127900000"}]
                        """,
                        Kind.OPEN_INTEREST),
                answer("/fapi/v1/time", API + "/fapi/v1/time", "{\"serverTime\":1499827319559}"));
    }

    private static VenuePayload ratio(String name, String timestamp) {
        return answer(
                "/futures/data/" + name,
                API + "/futures/data/" + name + "?symbol=BTCUSDT&period=5m&limit=3",
                "[{\"symbol\":\"BTCUSDT\",\"longShortRatio\":\"1.4342\",\"longAccount\":\"0.5344\","
                        + "\"shortAccount\":\"0.4238\",\"timestamp\":" + timestamp + "}]",
                Kind.LONG_SHORT_RATIO);
    }

    private static VenuePayload pricedCandle(String name, String parameter) {
        return answer(
                "/fapi/v1/" + name,
                API + "/fapi/v1/" + name + "?" + parameter + "=BTCUSDT&interval=1m&limit=1",
                "[[1591256460000,\"9653.29201333\",\"9654.56401333\",\"9653.07367333\",\"9653.07367333\",\"0\","
                        + "1591256519999,\"0\",60,\"0\",\"0\",\"0\"]]",
                Kind.CANDLE);
    }

    /** A perpetual, a stock perpetual, a dated future, one that ended and one that COIN-M brought in. */
    static final String LISTING = """
            {"timezone":"UTC","serverTime":1789437530011,"rateLimits":[],"exchangeFilters":[],"symbols":[
            {"symbol":"BTCUSDT","pair":"BTCUSDT","contractType":"PERPETUAL","deliveryDate":4133404800000,
             "onboardDate":1569398400000,"status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","marginAsset":"USDT",
             "pricePrecision":2,"quantityPrecision":3,"underlyingType":"COIN","underlyingSubType":["PoW"],
             "filters":[{"minPrice":"556.72","maxPrice":"1000000","filterType":"PRICE_FILTER","tickSize":"0.10"},
                        {"stepSize":"0.001","filterType":"LOT_SIZE","maxQty":"1000","minQty":"0.001"},
                        {"stepSize":"0.001","filterType":"MARKET_LOT_SIZE","maxQty":"30","minQty":"0.001"}]},
            {"symbol":"TSLAUSDT","pair":"TSLAUSDT","contractType":"TRADIFI_PERPETUAL","deliveryDate":4133404800000,
             "onboardDate":1769398400000,"status":"TRADING","baseAsset":"TSLA","quoteAsset":"USDT","marginAsset":"USDT",
             "underlyingType":"EQUITY","filters":[]},
            {"symbol":"BTCUSDT_270326","pair":"BTCUSDT","contractType":"NEXT_QUARTER","deliveryDate":1806048000000,
             "onboardDate":1774598400000,"status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","marginAsset":"USDT",
             "underlyingType":"COIN","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.1"}]},
            {"symbol":"OLDUSDT","pair":"OLDUSDT","contractType":"","deliveryDate":1789430400000,
             "onboardDate":1669398400000,"status":"SETTLING","baseAsset":"OLD","quoteAsset":"USDT","marginAsset":"USDT",
             "underlyingType":"COIN","filters":[]},
            {"symbol":"BTCUSD_PERP","pair":"BTCUSD","contractType":"PERPETUAL","deliveryDate":4133404800000,
             "onboardDate":1597042800000,"contractStatus":"TRADING","contractSize":100,"marginAsset":"BTC",
             "baseAsset":"BTC","quoteAsset":"USD","filters":[]}]}
            """;
}
