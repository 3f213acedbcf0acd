package io.tapeline.venue.bybit;

import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages of pairs in the documented form, today's and that of 2023, which knew neither cts nor seq of trades. */
final class BybitSpotPayloads {
    static final VenuePayload OLD = delta(59438059, "[[\"28162.57\",\"0.07\"]]", "[]");
    static final VenuePayload SNAPSHOT = stream("orderbook.<depth>", """
            {"topic":"orderbook.200.BTCUSDT","ts":1786540808065,"type":"snapshot","data":{"s":"BTCUSDT",\
            "b":[["28162.57","0.07562"],["28161.04","1.2"]],"a":[["28162.58","0.506829"],["28184.33","3"]],"u":59438060,\
            "seq":4281282229},"cts":1786540808063}""", Kind.BOOK);
    static final VenuePayload FIRST =
            delta(59438061, "[[\"28161.04\",\"0.177474\"],[\"28145.71\",\"0\"]]", "[[\"28184.33\",\"0\"]]");
    static final VenuePayload SECOND = delta(59438062, "[[\"28162.57\",\"0\"]]", "[]");
    static final VenuePayload THIRD = delta(59438063, "[]", "[[\"28162.58\",\"0\"],[\"28162.6\",\"0.000011\"]]");

    static final VenuePayload OLD_DELTA = stream("orderbook.<depth>", """
            {"topic":"orderbook.50.BTCUSDT","ts":1680652808085,"type":"delta","data":{"s":"BTCUSDT",\
            "b":[["28161.04","0.177474"],["28145.71","0"]],"a":[["28184.33","0"]],"u":59438061,"seq":4281282232}}""", Kind.BOOK);
    static final VenuePayload TRADES = stream("publicTrade", """
            {"topic":"publicTrade.BTCUSDT","ts":1786538700968,"type":"snapshot","data":[{"i":"2290000001190010749",\
            "T":1786538700967,"p":"64103.9","v":"0.001683","S":"Sell","seq":112571834997,"s":"BTCUSDT","BT":false,\
            "RPI":false},{"i":"2290000001190010750","T":1786538700967,"p":"64104","v":"0.25","S":"Buy","seq":112571834997,\
            "s":"BTCUSDT","BT":true,"RPI":true}]}""", Kind.TRADE);
    static final VenuePayload OLD_TRADES = stream("publicTrade", """
            {"topic":"publicTrade.BTCUSDC","ts":1680688980000,"type":"snapshot","data":[{"i":"2240000000041223438",\
            "T":1680688979998,"p":"28528.98","v":"0.00433","S":"Buy","s":"BTCUSDC","BT":false}]}""", Kind.TRADE);
    static final VenuePayload QUOTE = stream("orderbook.1", """
            {"topic":"orderbook.1.BTCUSDT","ts":1786613159749,"type":"snapshot","data":{"s":"BTCUSDT",\
            "b":[["63705.3","2.045546"]],"a":[["63705.4","2.334566"]],"u":72212457,"seq":112603120278},\
            "cts":1786613159748}""", Kind.QUOTE);
    static final VenuePayload CANDLE = stream("kline", """
            {"type":"snapshot","topic":"kline.1.BTCUSDT","data":[{"start":1786538700000,"end":1786538759999,"interval":"1",\
            "open":"64104.5","close":"64096.4","high":"64104.5","low":"64096.4","volume":"1.01673",\
            "turnover":"65173.1079222","confirm":false,"timestamp":1786538714563}],"ts":1786538714563}""", Kind.CANDLE);

    /** What the venue sends and the feed does not collect. */
    static final VenuePayload TICKER = stream("tickers", """
            {"topic":"tickers.BTCUSDT","ts":1786538729776,"type":"snapshot","cs":112571857121,"data":{"symbol":"BTCUSDT",\
            "lastPrice":"64057.7","highPrice24h":"64500","lowPrice24h":"63232.1","prevPrice24h":"64326.9",\
            "volume24h":"7217.990977","turnover24h":"460629823.77866687","price24hPcnt":"-0.0042",\
            "usdIndexPrice":"63989.741059"}}""");

    static final String PAIR = """
            {"symbolId":9,"symbol":"BTCUSDT","baseCoin":"BTC","quoteCoin":"USDT","innovation":"0","status":"Trading",\
            "marginTrading":"utaOnly","stTag":"0","lotSizeFilter":{"basePrecision":"0.000001","quotePrecision":"0.0000001",\
            "minOrderQty":"0.000011","maxOrderQty":"83","minOrderAmt":"5","maxOrderAmt":"8000000","maxLimitOrderQty":"83",\
            "maxMarketOrderQty":"41.5","postOnlyMaxLimitOrderSize":"60000"},"priceFilter":{"tickSize":"0.1"},\
            "riskParameters":{"priceLimitRatioX":"0.005","priceLimitRatioY":"0.01"},"symbolType":""}""";

    private BybitSpotPayloads() {}

    static List<VenuePayload> all() {
        return List.of(
                SNAPSHOT,
                FIRST,
                SECOND,
                THIRD,
                OLD_DELTA,
                TRADES,
                OLD_TRADES,
                QUOTE,
                CANDLE,
                listing("[" + PAIR + "]"),
                result("recent-trade", "symbol=BTCUSDT&limit=60", """
                        {"category":"spot","list":[{"execId":"2290000001190010750","symbol":"BTCUSDT","price":"64104",\
                        "size":"0.25","side":"Buy","time":"1786538700967","isBlockTrade":true,"isRPITrade":true,\
                        "seq":"112571834997"},{"execId":"2290000001190010749","symbol":"BTCUSDT","price":"64103.9",\
                        "size":"0.001683","side":"Sell","time":"1786538700967","isBlockTrade":false,"isRPITrade":false,\
                        "seq":"112571834997"}]}""", Kind.TRADE),
                result("kline", "symbol=BTCUSDT&interval=60", """
                        {"symbol":"BTCUSDT","category":"spot","list":[["1670608800000","17071.5","17073","17027",\
                        "17055.5","268.611","4581234.74667"],["1670605200000","17071","17071.5","17061","17071","4.177",\
                        "71302.2497"]]}""", Kind.CANDLE),
                result("time", "", """
                        {"timeSecond":"1688639403","timeNano":"1688639403423213947"}"""));
    }

    static VenuePayload listing(String rows) {
        return result("instruments-info", "", "{\"category\":\"spot\",\"list\":" + rows + "}", Kind.INSTRUMENT);
    }

    static VenuePayload result(String path, String query, String result, Kind... yields) {
        return BybitPayloads.result(BybitCategory.SPOT, path, query, result, yields);
    }

    private static VenuePayload delta(long u, String bids, String asks) {
        return stream("orderbook.<depth>", """
                {"topic":"orderbook.200.BTCUSDT","ts":1786540808085,"type":"delta","data":{"s":"BTCUSDT","b":%s,"a":%s,\
                "u":%d,"seq":4281282232},"cts":1786540808083}""".formatted(bids, asks, u), Kind.BOOK);
    }
}
