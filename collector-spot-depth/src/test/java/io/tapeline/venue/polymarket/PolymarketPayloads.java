package io.tapeline.venue.polymarket;

import static io.tapeline.collector.venue.VenuePayload.answer;
import static io.tapeline.collector.venue.VenuePayload.stream;

import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import java.util.List;

/** Messages as the venue documents them, with tokens of one window. */
final class PolymarketPayloads {
    static final String UP = "104239898038807136052399800151408521467737075933964991162589336683346093173875";
    static final String DOWN = "71183960810705820955071415844881728181970340514894896943812046065452395013351";
    static final String MARKET = "0x78443f961b9a65869dcb39359de9960165c7e5cbad0904eac7f29cd77872a63b";
    static final String SLUG = "btc-updown-5m-1795168800";

    static final VenuePayload SNAPSHOT = stream(
            "book",
            "[{\"market\":\"" + MARKET + "\",\"asset_id\":\"" + UP + "\",\"timestamp\":\"1795168800100\","
                    + "\"hash\":\"924ec9bc1c6dd89f5db9b7b2b68cdab458cc2dc6\","
                    + "\"bids\":[{\"price\":\"0.01\",\"size\":\"505\"},{\"price\":\"0.5\",\"size\":\"15.25\"}],"
                    + "\"asks\":[{\"price\":\"0.99\",\"size\":\"2501\"},{\"price\":\"0.52\",\"size\":\"40\"}],"
                    + "\"tick_size\":\"0.01\",\"last_trade_price\":\"\",\"event_type\":\"book\"}]",
            Kind.BOOK);

    static final VenuePayload FIRST = changes(
            1795168800200L,
            change(UP, "0.51", "374.34", "BUY", "0.51", "0.52"),
            change(DOWN, "0.49", "374.34", "SELL", "0.48", "0.49"));

    static final VenuePayload SECOND = changes(1795168800300L, change(UP, "0.51", "0", "BUY", "0.5", "0.52"));

    private PolymarketPayloads() {}

    static String change(String token, String price, String size, String side, String bid, String ask) {
        return "{\"asset_id\":\"" + token + "\",\"price\":\"" + price + "\",\"size\":\"" + size + "\",\"side\":\""
                + side + "\",\"hash\":\"f3285de052f887d0ce2847581636a69c1046178d\",\"best_bid\":\"" + bid
                + "\",\"best_ask\":\"" + ask + "\"}";
    }

    static VenuePayload changes(long time, String... changes) {
        return stream(
                "price_change",
                "{\"market\":\"" + MARKET + "\",\"price_changes\":[" + String.join(",", changes) + "],\"timestamp\":\""
                        + time + "\",\"event_type\":\"price_change\"}",
                Kind.BOOK);
    }

    static VenuePayload trade(String token, String price, String size, String side, long time) {
        return stream(
                "last_trade_price",
                "{\"market\":\"" + MARKET + "\",\"asset_id\":\"" + token + "\",\"price\":\"" + price
                        + "\",\"size\":\"" + size + "\",\"fee_rate_bps\":\"0\",\"side\":\"" + side
                        + "\",\"timestamp\":\"" + time + "\",\"event_type\":\"last_trade_price\","
                        + "\"transaction_hash\":\"0x6c83cdd2cd59f46a\"}",
                Kind.TRADE);
    }

    static VenuePayload best(String bid, String ask) {
        return stream(
                "best_bid_ask",
                "{\"market\":\"" + MARKET + "\",\"asset_id\":\"" + UP + "\",\"best_bid\":\"" + bid
                        + "\",\"best_ask\":\"" + ask
                        + "\",\"spread\":\"0.03\",\"timestamp\":\"1795168800400\",\"event_type\":\"best_bid_ask\"}",
                Kind.QUOTE);
    }

    static VenuePayload tick() {
        return stream(
                "tick_size_change",
                "{\"asset_id\":\"" + UP + "\",\"event_type\":\"tick_size_change\",\"market\":\"" + MARKET
                        + "\",\"new_tick_size\":\"0.001\",\"old_tick_size\":\"0.01\",\"timestamp\":\"1795168800500\"}",
                Kind.INSTRUMENT);
    }

    static VenuePayload resolved() {
        return stream(
                "market_resolved",
                "{\"event_type\":\"market_resolved\",\"id\":\"1031769\",\"market\":\"" + MARKET
                        + "\",\"assets_ids\":[\"" + UP + "\",\"" + DOWN + "\"],\"winning_asset_id\":\"" + DOWN
                        + "\",\"winning_outcome\":\"Down\",\"timestamp\":\"1795169190000\",\"tags\":[\"crypto\"]}",
                Kind.SETTLEMENT);
    }

    /** Gamma's words for a market: members that differ, then the usual ones. */
    static String market(String members) {
        return "{\"id\":\"1557558\"," + members + ",\"conditionId\":\"" + MARKET + "\",\"slug\":\"" + SLUG
                + "\",\"resolutionSource\":\"https://data.chain.link/streams/btc-usd\","
                + "\"endDate\":\"2026-11-20T10:05:00Z\",\"startDate\":\"2026-11-19T10:09:01.328428Z\","
                + "\"active\":true,\"orderPriceMinTickSize\":0.01,\"orderMinSize\":5,\"feesEnabled\":true}";
    }

    static String open() {
        return market(
                "\"outcomes\":\"[\\\"Up\\\", \\\"Down\\\"]\",\"outcomePrices\":\"[\\\"0.505\\\", \\\"0.495\\\"]\","
                        + "\"closed\":false,\"clobTokenIds\":\"[\\\"" + UP + "\\\", \\\"" + DOWN + "\\\"]\"");
    }

    static String closed(String up, String down) {
        return market("\"outcomes\":[\"Up\",\"Down\"],\"outcomePrices\":[\"" + up + "\",\"" + down + "\"],"
                + "\"closed\":true,\"umaResolutionStatus\":\"resolved\",\"clobTokenIds\":[\"" + UP + "\",\"" + DOWN
                + "\"]");
    }

    static VenuePayload events(String market, Kind... kinds) {
        return answer(
                "/events",
                PolymarketSettings.GAMMA + "/events?slug=" + SLUG,
                "[{\"id\":\"260654\",\"slug\":\"" + SLUG + "\",\"startTime\":\"2026-11-20T10:00:00Z\","
                        + "\"eventMetadata\":{\"priceToBeat\":85012.123456789012,\"finalPrice\":85010.5},"
                        + "\"markets\":[" + market + "]}]",
                kinds);
    }

    static VenuePayload book(String path, String text) {
        return answer(path, PolymarketSettings.CLOB + path + "?token_id=" + UP, text, Kind.BOOK);
    }

    static final String BOOK = "{\"market\":\"" + MARKET + "\",\"asset_id\":\"" + UP
            + "\",\"timestamp\":\"1795168800250\",\"hash\":\"d52f3ca97fa4cd60ca64282ba1ecefcb373952a7\","
            + "\"bids\":[{\"price\":\"0.01\",\"size\":\"14468.29\"},{\"price\":\"0.10\",\"size\":\"410\"}],"
            + "\"asks\":[{\"price\":\"0.99\",\"size\":\"12884.26\"}],\"min_order_size\":\"5\",\"tick_size\":\"0.01\","
            + "\"neg_risk\":false,\"last_trade_price\":\"0.280\"}";

    static VenuePayload trades(String from, String to) {
        return answer(
                "/trades",
                PolymarketSettings.DATA + "/trades?market=" + MARKET + "&limit=500&offset=0&takerOnly=true#token=" + UP
                        + "&from=" + from + "&to=" + to,
                "[{\"proxyWallet\":\"0x1\",\"side\":\"BUY\",\"asset\":\"" + UP + "\",\"conditionId\":\"" + MARKET
                        + "\",\"size\":12.5,\"price\":0.51,\"timestamp\":1795168801,\"outcome\":\"Up\","
                        + "\"outcomeIndex\":0,\"transactionHash\":\"0xaa\"},{\"proxyWallet\":\"0x2\","
                        + "\"side\":\"SELL\",\"asset\":\"" + DOWN + "\",\"conditionId\":\"" + MARKET
                        + "\",\"size\":3,\"price\":0.49,\"timestamp\":1795168800,\"outcome\":\"Down\","
                        + "\"outcomeIndex\":1,\"transactionHash\":\"0xbb\"}]",
                Kind.TRADE);
    }

    static List<VenuePayload> all() {
        return List.of(
                SNAPSHOT,
                FIRST,
                SECOND,
                stream(
                        "price_change",
                        "{\"asset_id\":\"" + UP + "\",\"market\":\"" + MARKET + "\",\"hash\":\"aa\","
                                + "\"timestamp\":\"1795168800300\",\"event_type\":\"price_change\","
                                + "\"changes\":[{\"price\":\"0.4\",\"side\":\"SELL\",\"size\":\"3300\"}]}",
                        Kind.BOOK),
                stream(
                        "price_change",
                        "{\"asset_id\":\"" + UP + "\",\"event_type\":\"price_change\",\"hash\":\"bf\",\"market\":\""
                                + MARKET + "\",\"price\":\"0.514\",\"side\":\"SELL\",\"size\":\"21574.08\","
                                + "\"timestamp\":\"1723967931411\"}",
                        Kind.BOOK),
                trade(UP, "0.585", "2.46", "SELL", 1795168800400L),
                best("0.48", "0.51"),
                tick(),
                resolved(),
                events(open(), Kind.INSTRUMENT),
                events(closed("0", "1"), Kind.INSTRUMENT, Kind.SETTLEMENT),
                answer(
                        "/markets",
                        PolymarketSettings.GAMMA + "/markets?slug=" + SLUG,
                        "[" + open() + "]",
                        Kind.INSTRUMENT),
                answer(
                        "/markets",
                        PolymarketSettings.GAMMA + "/markets?slug=" + SLUG + "#token=" + UP + "&from=1&to=2",
                        "[" + open() + "]"),
                book("/book", BOOK),
                book("/books", "[" + BOOK + "]"),
                trades("1795168800", "1795168801"),
                answer("/time", PolymarketSettings.CLOB + "/time", "1795168800"));
    }
}
