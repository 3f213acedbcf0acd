package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;

/** What comes on a socket: {@code {"arg":{"channel":..},"data":[..]}}, or a word of the venue's own as {@code event}. */
final class OkxMessages {
    private static final String CANDLE = "candle";

    private OkxMessages() {}

    static List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (message.has("event")) {
            return List.of(OkxControl.read(message));
        } else if (!message.has("arg")) {
            return List.of(new Decoded.Unknown("a message without event and arg"));
        }
        JsonValue arg = message.get("arg");
        String channel = arg.text("channel");
        int candle = channel.indexOf(CANDLE);
        if (candle >= 0) {
            String bar = channel.substring(candle + CANDLE.length());
            return new OkxCandles(OkxCandles.source(channel), bar, arg.text("instId"), frame.received())
                    .read(message.get("data"), instruments);
        }
        OkxEvents events = new OkxEvents(frame.received(), instruments);
        List<JsonValue> rows = message.get("data").elements();
        return switch (channel) {
            case "books", "books-l2-tbt", "books50-l2-tbt" -> OkxBooks.changes(message, arg, frame, instruments);
            case "trades-all", "trades" -> JsonDecoder.rows(rows, events::trade);
            case "bbo-tbt" -> JsonDecoder.rows(rows, row -> OkxBooks.quote(row, arg, frame, instruments));
            case "books5" -> JsonDecoder.rows(rows, row -> OkxBooks.top(row, arg, frame, instruments));
            case "mark-price" -> JsonDecoder.rows(rows, events::mark);
            case "index-tickers" -> JsonDecoder.rows(rows, events::index);
            case "funding-rate" -> JsonDecoder.rows(rows, events::funding);
            case "open-interest" -> JsonDecoder.rows(rows, events::openInterest);
            case OkxSubscriptions.BY_TYPE -> JsonDecoder.rows(rows, events::liquidations);
            // Documented and not collected; the coverage table says why.
            case "tickers",
                    "option-trades",
                    "opt-summary",
                    "books-rpi",
                    "books-elp",
                    "price-limit",
                    "estimated-price",
                    "instruments",
                    "status",
                    "adl-warning",
                    "call-auction-details",
                    "block-tickers",
                    "public-block-trades",
                    "public-struc-block-trades",
                    "event-contract-markets" -> List.of(new Decoded.Ignored(channel));
            default -> List.of(new Decoded.Unknown("channel " + channel));
        };
    }
}
