package io.tapeline.venue.drift;

import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages of the two sockets. That of the book has {@code channel} and, as a text inside the text, {@code data}; its only
 * acknowledgement is the request in words. That of candles and fills has {@code type} and {@code channelType}.
 */
final class DriftMessages {
    private static final Pattern ACCEPTED = Pattern.compile("channel: (\\w+), market: ([^,]+)");

    private DriftMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (!message.isObject()) {
            return List.of(new Decoded.Unknown("neither channel nor type"));
        } else if (message.has("type")) {
            return ofData(message, frame);
        } else if (message.has("channel")) {
            return ofBooks(message, frame);
        } else if (message.has("message")) {
            return accepted(message.text("message"));
        }
        return List.of(new Decoded.Unknown("neither channel nor type"));
    }

    private static List<Decoded> accepted(String words) {
        Matcher asked = ACCEPTED.matcher(words);
        return List.of(
                asked.find()
                        ? new Decoded.Accepted(null, Set.of(asked.group(1) + ":" + asked.group(2)))
                        : new Decoded.Unknown("message: " + words));
    }

    private static List<Decoded> ofBooks(JsonValue message, RawFrame frame) {
        String channel = message.text("channel");
        if (channel.equals("heartbeat")) {
            return List.of(new Decoded.Heartbeat());
        } else if (message.has("error")) {
            return List.of(new Decoded.Rejected(null, channel + ": " + message.text("error")));
        } else if (channel.startsWith("orderbook_")) {
            return DriftBooks.read(inner(message), frame);
        } else if (channel.startsWith("trades_")) {
            return DriftFills.fill(inner(message), null, frame.received());
        }
        return List.of(new Decoded.Unknown("channel " + channel));
    }

    /** A text that holds JSON, or the JSON itself. */
    private static JsonValue inner(JsonValue message) {
        JsonValue data = message.get("data");
        return data.isString() ? JsonReader.read(data.text().getBytes(StandardCharsets.UTF_8)) : data;
    }

    private static List<Decoded> ofData(JsonValue message, RawFrame frame) {
        return switch (message.text("type")) {
            case "subscription" -> List.of(new Decoded.Accepted(null, Set.of(message.text("channel"))));
            case "unsubscription", "unsubscribed" -> List.of(new Decoded.Ignored("unsubscribed"));
            case "error" -> List.of(new Decoded.Rejected(null, message.textOr("message", "refused")));
            case "init", "create", "update" -> update(message, frame);
            case "pong", "heartbeat" -> List.of(new Decoded.Heartbeat());
            default -> List.of(new Decoded.Unknown("type " + message.text("type")));
        };
    }

    private static List<Decoded> update(JsonValue message, RawFrame frame) {
        String channelType = message.textOr("channelType", "candle");
        return switch (channelType) {
            case "candle" -> candle(message, frame.received());
            case "orderbook", "markets", "pricing" -> List.of(new Decoded.Ignored("not asked for: " + channelType));
            default -> List.of(new Decoded.Unknown("channelType " + channelType));
        };
    }

    /** The candle, and the fills that changed it. */
    private static List<Decoded> candle(JsonValue message, long received) {
        JsonValue candle = message.has("candle") ? message.get("candle") : message.get("data");
        String symbol = candle.text("symbol");
        List<Decoded> said = new ArrayList<>(DriftCandles.read(candle, symbol, candle.text("resolution"), received));
        JsonValue fills = message.find("trades");
        if (fills != null) {
            fills.elements().forEach(fill -> said.addAll(DriftFills.fill(fill, symbol, received)));
        }
        return said;
    }
}
