package io.tapeline.venue.dydx;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages as the Indexer documents and sends them. */
final class DydxPayloads {
    private static final String ROOT = "https://indexer.dydx.trade/v4";

    static final String MARKET = """
            {"markets":{"BTC-USD":{"clobPairId":"0","ticker":"BTC-USD","status":"ACTIVE","oraclePrice":"89919.2",\
            "priceChange24H":"701.10762","volume24H":"247500844.6834","trades24H":63065,\
            "nextFundingRate":"0.00000254545454545455","initialMarginFraction":"0.02","maintenanceMarginFraction":"0.012",\
            "openInterest":"381.7348","atomicResolution":-10,"quantumConversionExponent":-9,"tickSize":"1",\
            "stepSize":"0.0001","stepBaseQuantums":1000000,"subticksPerTick":100000,"marketType":"CROSS",\
            "openInterestLowerCap":"0","openInterestUpperCap":"0","baseOpenInterest":"782.0931","defaultFundingRate1H":"0"}}}""";

    static final String TRADES = """
            {"trades":[{"id":"03f89a550000000200000002","side":"BUY","size":"0.0001","price":"89942","type":"LIMIT",\
            "createdAt":"2025-12-08T16:11:30.590Z","createdAtHeight":"66624085"},\
            {"id":"03f89a53000000020000000e","side":"SELL","size":"0.0365","price":"89970","type":"LIQUIDATED",\
            "createdAt":"2025-12-08T16:11:29.425Z","createdAtHeight":"66624083"}]}""";

    static final String CANDLES = """
            {"candles":[{"startedAt":"2025-12-08T16:11:00.000Z","ticker":"BTC-USD","resolution":"1MIN","low":"89911",\
            "high":"89970","open":"89934","close":"89941","baseTokenVolume":"3.2767","usdVolume":"294697.4391","trades":49,\
            "startingOpenInterest":"381.7348","orderbookMidPriceOpen":"89969.75","orderbookMidPriceClose":"89969.75"}]}""";

    static final String BOOK = """
            {"bids":[{"price":"89947","size":"0.0002"},{"price":"89946","size":"0.0002"}],\
            "asks":[{"price":"89958","size":"0.1177"},{"price":"89959","size":"0.1829"}]}""";

    static final VenuePayload SNAPSHOT = subscribed("v4_orderbook", "BTC-USD", 7, BOOK, Kind.BOOK);
    static final VenuePayload FIRST =
            data("v4_orderbook", "BTC-USD", 9, "{\"bids\":[[\"89947.5\",\"1.50\"]]}", Kind.BOOK);
    static final VenuePayload SECOND = data(
            "v4_orderbook",
            "BTC-USD",
            10,
            "{\"bids\":[[\"89946\",\"0\"]],\"asks\":[[\"89960\",\"2\",\"77\"]]}",
            Kind.BOOK);

    private DydxPayloads() {}

    static VenuePayload subscribed(String channel, String id, long number, String contents, Kind... kinds) {
        return stream(channel, frame("subscribed", channel, id, number, contents), kinds);
    }

    static VenuePayload data(String channel, String id, long number, String contents, Kind... kinds) {
        return stream(channel, frame("channel_data", channel, id, number, contents), kinds);
    }

    static String frame(String type, String channel, String id, long number, String contents) {
        String about = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
        return "{\"type\":\"" + type + "\",\"connection_id\":\"2ddf629d-ee78-4cf3-8278-fe0900b59537\",\"message_id\":"
                + number + "," + about + "\"channel\":\"" + channel + "\",\"version\":\"2.1.0\",\"contents\":"
                + contents + "}";
    }

    static VenuePayload rest(String channel, String path, String text, Kind... kinds) {
        return answer(channel, ROOT + path, text, kinds);
    }

    static List<VenuePayload> all() {
        return List.of(
                data("v4_trades", "BTC-USD", 99, TRADES, Kind.TRADE, Kind.LIQUIDATION),
                subscribed("v4_trades", "BTC-USD", 3, TRADES, Kind.TRADE, Kind.LIQUIDATION),
                data(
                        "v4_trades",
                        "AVAX-USD",
                        100,
                        "{\"trades\":[{\"id\":\"0165e5e30000000200000002\",\"size\":\"79.2\",\"price\":\"25.22\","
                                + "\"side\":\"BUY\",\"createdAt\":\"2024-08-22T23:59:58.855Z\",\"type\":\"LIMIT\"}]}",
                        Kind.TRADE),
                SNAPSHOT,
                FIRST,
                SECOND,
                stream(
                        "v4_orderbook",
                        frame(
                                "channel_batch_data",
                                "v4_orderbook",
                                "BTC-USD",
                                11,
                                "[{\"bids\":[[\"89947\",\"0\"]]},{\"asks\":[[\"89958\",\"0.10\"]]}]"),
                        Kind.BOOK),
                subscribed(
                        "v4_markets",
                        "",
                        17,
                        MARKET,
                        Kind.INSTRUMENT,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST),
                data(
                        "v4_markets",
                        "",
                        18,
                        "{\"trading\":{\"ETH-USD\":{\"id\":\"1\",\"openInterest\":\"15398.406\"}}}",
                        Kind.OPEN_INTEREST),
                data(
                        "v4_markets",
                        "",
                        19,
                        "{\"oraclePrices\":{\"ETH-USD\":{\"oraclePrice\":\"2623.3521\","
                                + "\"effectiveAt\":\"2024-08-23T00:00:54.301Z\",\"effectiveAtHeight\":\"23455252\","
                                + "\"marketId\":86}},\"trading\":{\"BTC-USD\":{\"nextFundingRate\":\"-0.00006821875\"}}}",
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE),
                subscribed("v4_candles", "BTC-USD/1MIN", 1, CANDLES, Kind.CANDLE),
                data(
                        "v4_candles",
                        "BTC-USD/1MIN",
                        4,
                        "{\"startedAt\":\"2025-08-05T03:40:00.000Z\",\"ticker\":\"BTC-USD\",\"resolution\":\"1MIN\","
                                + "\"low\":\"114249\",\"high\":\"114262\",\"open\":\"114256\",\"close\":\"114261\","
                                + "\"baseTokenVolume\":\"0.4753\",\"usdVolume\":\"54304.6873\",\"trades\":9}",
                        Kind.CANDLE),
                rest(
                        "/v4/perpetualMarkets",
                        "/perpetualMarkets",
                        MARKET,
                        Kind.INSTRUMENT,
                        Kind.MARK_PRICE,
                        Kind.FUNDING_RATE,
                        Kind.OPEN_INTEREST),
                rest(
                        "/v4/trades/perpetualMarket/{ticker}",
                        "/trades/perpetualMarket/BTC-USD?limit=1000",
                        TRADES,
                        Kind.TRADE,
                        Kind.LIQUIDATION),
                rest(
                        "/v4/candles/perpetualMarkets/{ticker}",
                        "/candles/perpetualMarkets/BTC-USD?resolution=1MIN",
                        CANDLES,
                        Kind.CANDLE),
                rest(
                        "/v4/historicalFunding/{ticker}",
                        "/historicalFunding/BTC-USD?limit=5",
                        "{\"historicalFunding\":[{\"ticker\":\"BTC-USD\",\"rate\":\"0.000002375\",\"price\":\"89993.8\","
                                + "\"effectiveAtHeight\":\"66622979\",\"effectiveAt\":\"2025-12-08T16:00:00.219Z\"}]}",
                        Kind.FUNDING_RATE),
                rest("/v4/orderbooks/perpetualMarket/{ticker}", "/orderbooks/perpetualMarket/BTC-USD", BOOK, Kind.BOOK),
                rest("/v4/time", "/time", "{\"iso\":\"2025-12-08T16:11:56.125Z\",\"epoch\":1765210316.125}"));
    }
}
