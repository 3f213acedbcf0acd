package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what the socket brings, told apart by {@code event} and {@code feed}. */
final class KrakenFuturesMessages implements JsonDecoder.Reading {

    @Override
    public List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        return message.has("event")
                ? List.of(event(message))
                : data(message.text("feed"), message, frame.received(), instruments);
    }

    private static Decoded event(JsonValue message) {
        return switch (message.text("event")) {
            case "info" -> new Decoded.Acknowledged(KrakenFuturesSubscriptions.GREETING);
            case "subscribed", "unsubscribed" -> confirmed(message);
            case "alert", "error" -> refused(message.textOr("message", "no reason given"));
            default -> new Decoded.Unknown("event '" + message.text("event") + "'");
        };
    }

    private static Decoded confirmed(JsonValue message) {
        String feed = message.text("feed");
        if (feed.equals(KrakenFuturesSubscriptions.HEARTBEAT)) {
            return new Decoded.Acknowledged(feed);
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonValue product : message.get("product_ids").elements()) {
            names.add(KrakenFuturesSubscriptions.name(feed, product.text().toUpperCase(Locale.ROOT)));
        }
        return new Decoded.Accepted(null, names);
    }

    /**
     * A complaint names no request. Without the trading engine nothing is confirmed, and the connection is tried again as
     * one that does not answer; a stream that runs already is begun anew.
     */
    private static Decoded refused(String message) {
        return message.startsWith("Trading engine unavailable") || message.startsWith("Already subscribed")
                ? new Decoded.Ignored(message)
                : new Decoded.Rejected(null, message);
    }

    private static List<Decoded> data(String feed, JsonValue message, long received, InstrumentLookup instruments) {
        if (feed.equals(KrakenFuturesSubscriptions.HEARTBEAT)) {
            return List.of(new Decoded.Heartbeat());
        } else if (!Set.of("trade", "trade_snapshot", "book", "book_snapshot", "ticker", "ticker_lite")
                .contains(feed)) {
            return List.of(new Decoded.Unknown("feed '" + feed + "'"));
        }
        KrakenProduct product = KrakenProduct.of(message.text("product_id"));
        KrakenFuturesEvents events = new KrakenFuturesEvents(product, product.id(instruments), received);
        return switch (feed) {
            case "trade" -> events.trade(message);
            case "trade_snapshot" -> trades(message, events);
            case "book" -> List.of(events.change(message));
            case "book_snapshot" -> List.of(events.book(message));
            case "ticker" -> events.ticker(message);
            default -> List.of(events.bestPrices(message));
        };
    }

    /** The newest 100, newest first; oldest first they continue what was there before without a hole. */
    private static List<Decoded> trades(JsonValue message, KrakenFuturesEvents events) {
        List<JsonValue> rows = new ArrayList<>(message.get("trades").elements());
        rows.sort(Comparator.comparingLong(row -> row.integer("seq")));
        return JsonDecoder.rows(rows, events::trade);
    }
}
