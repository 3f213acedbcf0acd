package io.tapeline.venue.bybit;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages of linear contracts in the documented form, today's and older ones. */
final class BybitPayloads {
    private static final String HOST = "https://api.bybit.com";

    static final VenuePayload OLD = delta(53935308, "[[\"63982.50\",\"0.001\"]]", "[]");
    static final VenuePayload SNAPSHOT = stream("orderbook.<depth>", """
            {"topic":"orderbook.50.BTCUSDT","type":"snapshot","ts":1786540345129,"data":{"s":"BTCUSDT",\
            "b":[["63982.50","0.004"],["63980.60","1.250"]],"a":[["63990.50","0.010"],["63991.00","2.000"]],\
            "u":53935309,"seq":760578520600},"cts":1786540345127}""", Kind.BOOK);
    static final VenuePayload FIRST =
            delta(53935310, "[[\"63982.50\",\"0.003\"],[\"63980.60\",\"0.004\"]]", "[[\"63990.50\",\"0.008\"]]");
    static final VenuePayload SECOND = delta(53935311, "[[\"63982.50\",\"0\"]]", "[]");
    static final VenuePayload THIRD = delta(53935312, "[]", "[[\"63990.50\",\"0\"],[\"63990.60\",\"1.000\"]]");

    static final VenuePayload TRADES = stream("publicTrade", """
            {"topic":"publicTrade.BTCUSDT","type":"snapshot","ts":1786540363844,"data":[{"T":1786540363843,"s":"BTCUSDT",\
            "S":"Buy","v":"0.015","p":"63976.10","L":"ZeroPlusTick","i":"e799c7b7-1ccc-53d9-b84a-fb7a460397bc","BT":false,\
            "RPI":false,"seq":760579112851},{"T":1786540363843,"s":"BTCUSDT","S":"Sell","v":"0.100","p":"63976.00",\
            "L":"MinusTick","i":"0c1b4a52-5d51-5c2f-9b0e-7e6a0a4b2d11","BT":true,"RPI":true,"seq":760579112851}]}""", Kind.TRADE);
    static final VenuePayload QUOTE = stream("orderbook.1", """
            {"topic":"orderbook.1.BTCUSDT","ts":1786613159749,"type":"snapshot","data":{"s":"BTCUSDT",\
            "b":[["63705.3","2.045546"]],"a":[["63705.4","2.334566"]],"u":72212457,"seq":112603120278},\
            "cts":1786613159748}""", Kind.QUOTE);
    static final VenuePayload TICKER = stream("tickers", """
            {"topic":"tickers.BTCUSDT","type":"snapshot","data":{"symbol":"BTCUSDT","tickDirection":"ZeroMinusTick",\
            "price24hPcnt":"-0.00506","lastPrice":"63958.60","prevPrice24h":"64283.90","markPrice":"63958.60",\
            "indexPrice":"63986.67","openInterest":"57798.137","openInterestValue":"3696687925.13",\
            "turnover24h":"3947254153.7179","volume24h":"61874.6390","fundingIntervalHour":"8","fundingCap":"0.005",\
            "singleOpenInterest":"28899.069","singleOpenInterestValue":"1848343994.54","nextFundingTime":"1786550400000",\
            "fundingRate":"0.0000544","bid1Price":"63958.60","bid1Size":"6.907","ask1Price":"63958.70","ask1Size":"2.750",\
            "preOpenPrice":"","preQty":"","curPreListingPhase":""},"cs":760580211302,"ts":1786540397684}""", Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);
    static final VenuePayload TICKER_CHANGE = stream("tickers", """
            {"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","indexPrice":"63986.66"},\
            "cs":760580218857,"ts":1786540397983}""", Kind.MARK_PRICE);
    static final VenuePayload DATED_TICKER = stream("tickers", """
            {"topic":"tickers.BTC-26DEC25","type":"snapshot","data":{"symbol":"BTC-26DEC25","lastPrice":"109401.50",\
            "markPrice":"121144.63","indexPrice":"114132.51","openInterest":"6.622","openInterestValue":"802219.74",\
            "deliveryTime":"2025-12-26T08:00:00Z","basisRate":"0.06129209","deliveryFeeRate":"0",\
            "predictedDeliveryPrice":"0.00","basis":"-4730.84","nextFundingTime":"","fundingRate":"",\
            "bid1Price":"111254.50","bid1Size":"0.176","ask1Price":"131001.00","ask1Size":"0.580"},\
            "cs":31337927919,"ts":1760409119857}""", Kind.MARK_PRICE, Kind.OPEN_INTEREST);
    static final VenuePayload LIQUIDATION = stream("allLiquidation", """
            {"topic":"allLiquidation.ROSEUSDT","type":"snapshot","ts":1739502303204,"data":[{"T":1739502302929,\
            "s":"ROSEUSDT","S":"Sell","v":"20000","p":"0.04499"}]}""", Kind.LIQUIDATION);
    static final VenuePayload CANDLE = stream("kline", """
            {"type":"snapshot","topic":"kline.60.BTCUSDT","data":[{"start":1786536000000,"end":1786539599999,\
            "interval":"60","open":"64104.5","close":"64096.4","high":"64104.5","low":"64096.4","volume":"1.01673",\
            "turnover":"65173.1079222","confirm":true,"timestamp":1786539599563}],"ts":1786539600563}""", Kind.CANDLE);

    static final String PERPETUAL = """
            {"symbol":"BTCUSDT","symbolId":5,"contractType":"LinearPerpetual","status":"Trading","baseCoin":"BTC",\
            "quoteCoin":"USDT","launchTime":"1585526400000","deliveryTime":"0","deliveryFeeRate":"","priceScale":"2",\
            "priceFilter":{"minPrice":"0.10","maxPrice":"1999999.80","tickSize":"0.10"},"lotSizeFilter":{\
            "maxOrderQty":"1190.000","minOrderQty":"0.001","qtyStep":"0.001"},"unifiedMarginTrade":true,\
            "fundingInterval":480,"settleCoin":"USDT","isPreListing":false,"preListingInfo":null,"symbolType":""}""";
    static final String FUTURE = """
            {"symbol":"BTCUSDT-6FEB26","symbolId":900,"contractType":"LinearFutures","status":"Trading","baseCoin":"BTC",\
            "quoteCoin":"USDT","launchTime":"1767600000000","deliveryTime":"1770364800000","deliveryFeeRate":"0.0005",\
            "priceScale":"2","priceFilter":{"minPrice":"0.50","maxPrice":"1999999.00","tickSize":"0.50"},"lotSizeFilter":{\
            "maxOrderQty":"100.000","minOrderQty":"0.001","qtyStep":"0.001"},"fundingInterval":0,"settleCoin":"USDT",\
            "symbolType":""}""";

    private BybitPayloads() {}

    static List<VenuePayload> all() {
        return List.of(
                SNAPSHOT,
                FIRST,
                SECOND,
                THIRD,
                TRADES,
                QUOTE,
                TICKER,
                TICKER_CHANGE,
                DATED_TICKER,
                LIQUIDATION,
                CANDLE,
                listing("[" + PERPETUAL + "," + FUTURE + "]", ""),
                result("recent-trade", "symbol=BTCUSDT", """
                        {"category":"linear","list":[{"execId":"e799c7b7-1ccc-53d9-b84a-fb7a460397bc","symbol":"BTCUSDT",\
                        "price":"63976.10","size":"0.015","side":"Buy","time":"1786540363843","isBlockTrade":false,\
                        "isRPITrade":false,"seq":"760579112851"}]}""", Kind.TRADE),
                result("tickers", "", """
                        {"category":"linear","list":[{"symbol":"ETHUSDT","lastPrice":"2612.35","indexPrice":"2613.01",\
                        "markPrice":"2612.40","openInterest":"240113.96","openInterestValue":"627273709.10",\
                        "fundingRate":"0.0001","nextFundingTime":"1786550400000","fundingIntervalHour":"8",\
                        "deliveryTime":"0","basis":""}]}""", Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST),
                result("kline", "symbol=BTCUSDT&interval=60", """
                        {"symbol":"BTCUSDT","category":"linear","list":[["1670608800000","17071.5","17073.0","17027.0",\
                        "17055.5","268.611","4581234.74667"],["1670605200000","17071.0","17071.5","17061.0","17071.0",\
                        "4.177","71302.2497"]]}""", Kind.CANDLE),
                result("mark-price-kline", "symbol=BTCUSDT&interval=1", """
                        {"symbol":"BTCUSDT","category":"linear","list":[["1670608800000","17164.16","17164.16","17121.5",\
                        "17131.64"]]}""", Kind.CANDLE),
                result("index-price-kline", "symbol=BTCUSDT&interval=1", """
                        {"symbol":"BTCUSDT","category":"linear","list":[["1670608800000","17167.00","17167.00","17161.90",\
                        "17163.07"]]}""", Kind.CANDLE),
                result("premium-index-price-kline", "symbol=BTCUSDT&interval=D", """
                        {"symbol":"BTCUSDT","category":"linear","list":[["1652486400000","-0.000587","-0.000344",\
                        "-0.000480","-0.000344"]]}""", Kind.CANDLE),
                result("funding/history", "symbol=ETHPERP", """
                        {"category":"linear","list":[{"symbol":"ETHPERP","fundingRate":"0.0001",\
                        "fundingRateTimestamp":"1672041600000"}]}""", Kind.FUNDING_RATE),
                result("open-interest", "symbol=BTCUSDT", """
                        {"symbol":"BTCUSDT","category":"linear","list":[{"openInterest":"57798.13700000",\
                        "singleOpenInterest":"28899.069","timestamp":"1780963200000"}],\
                        "nextPageCursor":"lastid%3D19408935%26lasttime%3D1780617600"}""", Kind.OPEN_INTEREST),
                result("account-ratio", "symbol=BTCUSDT&period=5min", """
                        {"list":[{"symbol":"BTCUSDT","buyRatio":"0.49","sellRatio":"0.51","timestamp":"1696262400000"}],\
                        "nextPageCursor":"lastid%3D0%26lasttime%3D1696258800"}""", Kind.LONG_SHORT_RATIO),
                result("delivery-price", "", """
                        {"category":"linear","nextPageCursor":"","list":[{"symbol":"BTC-26DEC25",\
                        "deliveryPrice":"88220.728594450","deliveryTime":"1766736000000"}]}""", Kind.SETTLEMENT),
                result("time", "", """
                        {"timeSecond":"1688639403","timeNano":"1688639403423213947"}"""));
    }

    static VenuePayload listing(String rows, String cursor) {
        return result(
                "instruments-info",
                "limit=1000",
                "{\"category\":\"linear\",\"list\":" + rows + ",\"nextPageCursor\":\"" + cursor + "\"}",
                Kind.INSTRUMENT);
    }

    /** An answer in its envelope, given at 2026-11-20T10:00:00Z. */
    static VenuePayload result(String path, String query, String result, Kind... yields) {
        return result(BybitCategory.LINEAR, path, query, result, yields);
    }

    static VenuePayload result(BybitCategory category, String path, String query, String result, Kind... yields) {
        String asked = "?category=" + category.wireName() + (query.isEmpty() ? "" : "&" + query);
        return answer(
                "/v5/market/" + path,
                HOST + "/v5/market/" + path + asked,
                "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":" + result.strip()
                        + ",\"retExtInfo\":{},\"time\":1795168800000}",
                yields);
    }

    private static VenuePayload delta(long u, String bids, String asks) {
        return stream("orderbook.<depth>", """
                {"topic":"orderbook.50.BTCUSDT","type":"delta","ts":1786540345149,"data":{"s":"BTCUSDT","b":%s,"a":%s,\
                "u":%d,"seq":760578520655},"cts":1786540345147}""".formatted(bids, asks, u), Kind.BOOK);
    }
}
