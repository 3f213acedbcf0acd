package io.tapeline.venue.binance;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/**
 * Spot messages in the form of https://github.com/binance/binance-spot-api-docs as of 2026-07-21 (web-socket-streams.md,
 * rest-api.md), with the older forms seen in captures of 2021.
 */
final class BinanceSpotPayloads {
    private static final String API = "https://api.binance.com";

    private BinanceSpotPayloads() {}

    static final VenuePayload TRADE = stream("aggTrade", """
            {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1789722601403,"s":"BTCUSDT","a":3511940012,\
            "p":"85595.90000000","q":"0.00411000","f":5105706701,"l":5105706702,"T":1789722601401,"m":true,"M":true}}
            """, Kind.TRADE);

    static final VenuePayload OLD = depth(157, 160, "0.0024", "10");
    static final VenuePayload FIRST = depth(159, 162, "0.0024", "0.00");
    static final VenuePayload SECOND = depth(163, 163, "0.0023", "7.5");
    static final VenuePayload THIRD = depth(164, 170, "0.0022", "1");

    static final VenuePayload SNAPSHOT =
            answer("/api/v3/depth", API + "/api/v3/depth?symbol=BNBBTC&limit=1000", """
            {"lastUpdateId":160,"bids":[["0.0024","10"],["0.0023","4.00000000"]],"asks":[["0.0026","100"]]}
            """, Kind.BOOK);

    private static VenuePayload depth(long first, long last, String price, String size) {
        return stream(
                "depth",
                "{\"stream\":\"bnbbtc@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1789722601500,\"s\":\"BNBBTC\","
                        + "\"U\":" + first + ",\"u\":" + last + ",\"b\":[[\"" + price + "\",\"" + size
                        + "\"]],\"a\":[]}}",
                Kind.BOOK);
    }

    static List<VenuePayload> all() {
        return List.of(
                TRADE,
                OLD,
                FIRST,
                SNAPSHOT,
                stream("aggTrade", """
                        {"e":"aggTrade","E":1633998523963,"s":"NKNUSDT","a":15683430,"p":"0.35280000","q":"58.00000000",\
                        "f":19862790,"l":19862790,"T":1633998523963,"m":false,"M":true}
                        """, Kind.TRADE),
                stream("bookTicker", """
                        {"u":400900217,"s":"BNBUSDT","b":"25.35190000","B":"31.21000000","a":"25.36520000",\
                        "A":"40.66000000"}
                        """, Kind.QUOTE),
                stream("bookTicker", """
                        {"stream":"bnbusdt@bookTicker","data":{"u":400900218,"s":"BNBUSDT","b":"0.00000000",\
                        "B":"0.00000000","a":"25.36520000","A":"40.66000000"}}
                        """, Kind.QUOTE),
                stream("kline_<interval>", """
                        {"stream":"bnbbtc@kline_1m","data":{"e":"kline","E":1789722601136,"s":"BNBBTC","k":{\
                        "t":1789722540000, "T":1789722599999, "s":"BNBBTC", "i":"1m", "f":-1, "L":-1, "o":"0.0010", \
                        "c":"0.0020", "h":"0.0025", "l":"0.0015", "v":"1000", "n":0, "x":true, "q":"1.0000", \
                        "V":"500", "Q":"0.500", "B":"123456"}}}
                        """, Kind.CANDLE),
                stream("serverShutdown", """
                        {"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1770123456789}}
                        """),
                answer("/api/v3/exchangeInfo", API + "/api/v3/exchangeInfo", """
                        {"timezone":"UTC","serverTime":1789722601136,"rateLimits":[{"rateLimitType":"REQUEST_WEIGHT",\
                        "interval":"MINUTE","intervalNum":1,"limit":6000}],"exchangeFilters":[],"symbols":[{\
                        "symbol":"ETHBTC","status":"TRADING","baseAsset":"ETH","baseAssetPrecision":8,"quoteAsset":"BTC",\
                        "orderTypes":["LIMIT","MARKET"],"filters":[{"filterType":"PRICE_FILTER","minPrice":"0.00000100",\
                        "maxPrice":"922327.00000000","tickSize":"0.00000100"},{"filterType":"LOT_SIZE",\
                        "minQty":"0.00010000","maxQty":"100000.00000000","stepSize":"0.00010000"}],\
                        "permissions":["SPOT"]}]}
                        """, Kind.INSTRUMENT),
                answer(
                        "/api/v3/aggTrades",
                        API + "/api/v3/aggTrades?symbol=BNBBTC&fromId=26129&limit=1",
                        """
                        [{"a":26129,"p":"0.01633102","q":"4.70443515","f":27781,"l":27781,"T":1498793709153,"m":true,\
                        "M":true}]
                        """,
                        Kind.TRADE),
                answer("/api/v3/klines", API + "/api/v3/klines?symbol=BNBBTC&interval=1w&limit=1000", """
                        [[1499040000000,"0.01634790","0.80000000","0.01575800","0.01577100","148976.11427815",\
                        1499644799999,"2434.19055334",308,"1756.87402397","28.46694368","0"]]
                        """, Kind.CANDLE),
                answer("/api/v3/time", API + "/api/v3/time", "{\"serverTime\":1499827319559}"));
    }
}
