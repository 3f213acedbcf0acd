package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells messages apart by their type. */
final class CoinbaseMessages {
    private CoinbaseMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (!message.has("type")) {
            return List.of(new Decoded.Unknown("a message without type"));
        }
        String type = message.text("type");
        return switch (type) {
            case "snapshot", "l2update" -> CoinbaseBooks.read(message, type.equals("snapshot"), frame.received());
            default -> aside(type, message, frame.received(), instruments);
        };
    }

    /** What cannot be read of these concerns no book: the connection is alive and the books are as they were. */
    private static List<Decoded> aside(String type, JsonValue message, long received, InstrumentLookup instruments) {
        try {
            return other(type, message, received, instruments);
        } catch (BadMember e) {
            return List.of(new Decoded.Malformed(e.reason()), new Decoded.Heartbeat());
        }
    }

    private static List<Decoded> other(String type, JsonValue message, long received, InstrumentLookup instruments) {
        return switch (type) {
            case "match", "last_match" ->
                List.of(new Decoded.Event(CoinbaseTrades.read(message, message.text("product_id"), received)));
            case "ticker" -> List.of(new Decoded.Event(CoinbaseQuotes.read(message, received)));
            case "heartbeat" ->
                List.of(
                        new Decoded.Heartbeat(),
                        new Decoded.NewestTrade(
                                CoinbaseVenue.instrument(message.text("product_id")),
                                message.integer("last_trade_id")));
            case "subscriptions" -> accepted(message);
            case "error" -> List.of(new Decoded.Rejected(null, complaint(message)));
            case "status" -> new CoinbaseListing(instruments, received).read(message.get("products"));
            case "received", "open", "done", "change", "activate", "level3", "noop" ->
                List.of(new Decoded.Ignored("single orders"));
            default -> List.of(new Decoded.Unknown("type " + type));
        };
    }

    /** Everything that the connection is subscribed to. Books in batches go by other names than they were asked by. */
    private static List<Decoded> accepted(JsonValue message) {
        Set<String> streams = new LinkedHashSet<>();
        boolean heartbeats = false;
        for (JsonValue channel : message.get("channels").elements()) {
            String name = channel.text("name");
            heartbeats |= name.equals(CoinbaseSubscriptions.HEARTBEAT);
            String asked = name.equals("level2_50") ? CoinbaseSubscriptions.BATCHED_BOOK : name;
            if (channel.has("product_ids")) {
                channel.get("product_ids")
                        .elements()
                        .forEach(product -> streams.add(CoinbaseSubscriptions.name(asked, product.text())));
            }
        }
        Decoded accepted = new Decoded.Accepted(null, streams);
        return heartbeats
                ? List.of(accepted, new Decoded.Acknowledged(CoinbaseSubscriptions.HEARTBEAT))
                : List.of(accepted);
    }

    private static String complaint(JsonValue message) {
        String said = message.textOr("message", "no reason given");
        String reason = message.optionalText("reason");
        return reason == null ? said : said + ": " + reason;
    }
}
