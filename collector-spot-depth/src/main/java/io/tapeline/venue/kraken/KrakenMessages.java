package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;

/** Reads what the socket brings: answers have a {@code method}, data a {@code channel}. */
final class KrakenMessages implements JsonDecoder.Reading {

    @Override
    public List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (message.isArray() || message.has("event")) {
            return List.of(new Decoded.Unknown("a message of the websocket v1"));
        }
        return message.has("method")
                ? List.of(KrakenControl.answer(message))
                : channel(message, frame.received(), instruments);
    }

    private static List<Decoded> channel(JsonValue message, long received, InstrumentLookup instruments) {
        String channel = message.text("channel");
        return switch (channel) {
            case "heartbeat" -> List.of(new Decoded.Heartbeat());
            case "status" -> KrakenControl.status(message);
            case KrakenStreams.TRADE ->
                JsonDecoder.rows(rows(message), row -> List.of(KrakenTrades.streamed(row, received, instruments)));
            case KrakenStreams.BOOK -> {
                boolean snapshot = snapshot(message);
                yield JsonDecoder.rows(
                        rows(message), row -> List.of(KrakenQuotes.book(row, snapshot, received, instruments)));
            }
            case KrakenStreams.TICKER ->
                JsonDecoder.rows(rows(message), row -> List.of(KrakenQuotes.quote(row, received, instruments)));
            case KrakenStreams.OHLC ->
                JsonDecoder.rows(rows(message), row -> List.of(KrakenCandles.streamed(row, received, instruments)));
            case "instrument" -> KrakenListing.streamed(message, received, instruments);
            case "level3" -> List.of(new Decoded.Ignored("single orders are not collected"));
            default -> List.of(new Decoded.Unknown("channel '" + channel + "'"));
        };
    }

    private static List<JsonValue> rows(JsonValue message) {
        return message.get("data").elements();
    }

    private static boolean snapshot(JsonValue message) {
        String type = message.text("type");
        return switch (type) {
            case "snapshot" -> true;
            case "update" -> false;
            default -> throw new BadMember("type", "expected snapshot or update, got '" + type + "'");
        };
    }
}
