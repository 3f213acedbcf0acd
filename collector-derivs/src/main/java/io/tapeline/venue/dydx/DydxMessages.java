package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Messages of the stream. Each has the number of its frame; the answer to a subscription has the one reserved when the
 * request arrived, and may come after larger ones.
 */
final class DydxMessages {
    private DydxMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        List<Decoded> said = new ArrayList<>(said(message, frame, instruments));
        Long number = message.optionalInteger("message_id");
        if (number != null) {
            said.add(new Decoded.FrameNumber(number));
        }
        return said;
    }

    private static List<Decoded> said(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        String type = message.textOr("type", "");
        return switch (type) {
            case "connected" -> List.of(new Decoded.Acknowledged(DydxSubscriptions.CONNECTED));
            case "subscribed" -> subscribed(message, frame, instruments);
            case "unsubscribed" -> List.of(accepted(message));
            case "channel_data" -> contents(message, message.get("contents"), Origin.LIVE, frame, instruments);
            case "channel_batch_data" -> batch(message, frame, instruments);
            case "error" -> List.of(DydxErrors.read(message));
            case "pong" -> List.of(new Decoded.Heartbeat());
            default -> List.of(new Decoded.Unknown("type '" + type + "'"));
        };
    }

    private static Decoded accepted(JsonValue message) {
        return new Decoded.Accepted(null, Set.of(DydxNames.stream(message.text("channel"), message.textOr("id", ""))));
    }

    private static List<Decoded> subscribed(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        Decoded accepted = accepted(message);
        List<Decoded> said =
                new ArrayList<>(contents(message, message.get("contents"), Origin.BACKFILL, frame, instruments));
        said.add(accepted);
        return said;
    }

    /** Several contents in one frame, in order. */
    private static List<Decoded> batch(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        List<Decoded> said = new ArrayList<>();
        for (JsonValue contents : message.get("contents").elements()) {
            said.addAll(contents(message, contents, Origin.LIVE, frame, instruments));
        }
        return said;
    }

    /** @param origin BACKFILL for what was before the subscription */
    private static List<Decoded> contents(
            JsonValue message, JsonValue contents, Origin origin, RawFrame frame, InstrumentLookup instruments) {
        String channel = message.text("channel");
        boolean first = origin == Origin.BACKFILL;
        return switch (channel) {
            case DydxNames.TRADES -> DydxRows.trades(contents, message.text("id"), origin, frame.received());
            case DydxNames.BOOK ->
                List.of(DydxRows.book(
                        contents, message.text("id"), first, message.optionalInteger("message_id"), frame.received()));
            case DydxNames.CANDLES ->
                first
                        ? DydxRows.candles(contents, frame.received())
                        : List.of(new Decoded.Event(DydxRows.candle(contents, false, frame.received())));
            case DydxNames.MARKETS ->
                first
                        ? DydxMarkets.listing(contents, frame.received(), instruments)
                        : DydxMarkets.changes(contents, frame.received());
            case "v4_block_height", "v4_subaccounts", "v4_parent_subaccounts" ->
                List.of(new Decoded.Ignored("channel " + channel));
            default -> List.of(new Decoded.Unknown("channel '" + channel + "'"));
        };
    }
}
