package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells messages apart by their channel; each has the number of its frame on the connection. */
final class CoinbaseMessages {
    private CoinbaseMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (message.textOr("type", "").equals("error")) {
            return List.of(new Decoded.Rejected(null, message.textOr("message", "no reason given")));
        } else if (!message.has("channel")) {
            return List.of(new Decoded.Unknown("a message without channel"));
        }
        List<Decoded> decoded = new ArrayList<>(said(message, frame, instruments));
        // Of a frame that could not be read whole a book may miss a change: it counts as lost.
        if (message.has("sequence_num") && decoded.stream().noneMatch(Decoded.Malformed.class::isInstance)) {
            decoded.add(new Decoded.FrameNumber(message.integer("sequence_num")));
        }
        return decoded;
    }

    private static List<Decoded> said(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        CoinbaseEvents events = new CoinbaseEvents(message, instruments, frame.received());
        return switch (message.text("channel")) {
            case "market_trades" -> events.trades();
            case "l2_data" -> events.books();
            case "ticker" -> events.quotes();
            case "candles" -> events.candles();
            case "heartbeats" -> List.of(new Decoded.Heartbeat());
            case "subscriptions" -> accepted(message);
            case "status", "ticker_batch", "user", "futures_balance_summary" ->
                List.of(new Decoded.Ignored("channel " + message.text("channel")));
            default -> List.of(new Decoded.Unknown("channel " + message.text("channel")));
        };
    }

    /** Everything that the connection is subscribed to, by channel. */
    private static List<Decoded> accepted(JsonValue message) {
        return JsonDecoder.rows(message.get("events").elements(), event -> {
            Set<String> streams = new LinkedHashSet<>();
            List<Decoded> decoded = new ArrayList<>();
            for (Map.Entry<String, JsonValue> channel :
                    event.get("subscriptions").members().entrySet()) {
                if (channel.getKey().equals(CoinbaseSubscriptions.HEARTBEATS)) {
                    decoded.add(new Decoded.Acknowledged(CoinbaseSubscriptions.HEARTBEATS));
                } else {
                    channel.getValue()
                            .elements()
                            .forEach(product ->
                                    streams.add(CoinbaseSubscriptions.name(channel.getKey(), product.text())));
                }
            }
            if (!streams.isEmpty() || decoded.isEmpty()) {
                decoded.addFirst(new Decoded.Accepted(null, streams));
            }
            return decoded;
        });
    }
}
