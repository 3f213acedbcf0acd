package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What streams bring: one message a frame, or an array of them in the formats {@code JSON_LIST} and {@code SIMPLE_LIST}. */
final class UpbitMessages {
    static final String LIST = "LIST_SUBSCRIPTIONS";

    private UpbitMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (!message.isArray()) {
            return one(message, frame.received());
        }
        return message.elements().isEmpty()
                ? List.of(new Decoded.Ignored("an empty list"))
                : JsonDecoder.rows(message.elements(), each -> one(each, frame.received()));
    }

    private static List<Decoded> one(JsonValue message, long received) {
        if (message.has("error")) {
            return List.of(refused(message.get("error")));
        } else if (message.has("status")) {
            return List.of(new Decoded.Heartbeat());
        } else if (message.textOr("method", "").equals(LIST)) {
            return List.of(accepted(message));
        }
        UpbitRow row = UpbitRow.message(message);
        String type = row.textOr(UpbitField.TYPE, "");
        return switch (type) {
            case "trade" -> List.of(UpbitTrades.trade(row, received));
            case "orderbook" -> UpbitBooks.read(row, received);
            case "ticker" -> List.of(UpbitCandles.day(row, received));
            default ->
                UpbitInterval.ofStream(type)
                        .map(interval -> List.of(UpbitCandles.streamed(row, interval, received)))
                        .orElseGet(() -> List.of(new Decoded.Unknown("a message of type '" + type + "'")));
        };
    }

    /** After it the venue closes the connection. */
    static Decoded refused(JsonValue error) {
        return new Decoded.Rejected(null, error.text("name") + ": " + error.textOr("message", "no reason given"));
    }

    /**
     * The subscriptions that the connection has: what was asked for and is missing was dropped without a word. A code may
     * have the depth of a book as its suffix.
     */
    private static Decoded accepted(JsonValue message) {
        Set<String> streams = new HashSet<>();
        for (JsonValue subscription : message.get("result").elements()) {
            for (JsonValue code : subscription.get("codes").elements()) {
                streams.add(
                        UpbitNames.stream(subscription.text("type"), code.text().split("\\.", 2)[0]));
            }
        }
        return new Decoded.Accepted(message.text("ticket"), streams);
    }
}
