package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Messages of the market channel. A frame is one of them, or an array of them. */
final class PolymarketMessages {
    private final PolymarketTrades trades;

    PolymarketMessages(PolymarketTrades trades) {
        this.trades = trades;
    }

    List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (!message.isArray()) {
            return one(message, frame.received(), instruments);
        } else if (message.elements().isEmpty()) {
            return List.of(new Decoded.Ignored("no books"));
        }
        return JsonDecoder.rows(message.elements(), each -> one(each, frame.received(), instruments));
    }

    private List<Decoded> one(JsonValue message, long received, InstrumentLookup instruments) {
        String type = message.textOr("event_type", "");
        return switch (type) {
            case "book" -> List.of(PolymarketBooks.snapshot(message, received));
            case "price_change" -> PolymarketBooks.changes(message, received);
            case "last_trade_price" -> List.of(trades.streamed(message, received, instruments));
            case "best_bid_ask" -> List.of(quote(message, received));
            case "tick_size_change" -> tick(message, received, instruments);
            case "market_resolved" -> trades.resolved(message, received, instruments);
            case "new_market" -> List.of(new Decoded.Ignored("windows are found by their names"));
            case "" -> List.of(untyped(message));
            default -> List.of(new Decoded.Unknown("event_type '" + type + "'"));
        };
    }

    private static Decoded untyped(JsonValue message) {
        if (message.has("error")) {
            return new Decoded.Rejected(null, message.text("error"));
        } else if (message.has("topic")) {
            return new Decoded.Ignored("a reference price of another venue");
        }
        return new Decoded.Unknown("no event_type");
    }

    /** The venue tells no sizes beside the best prices. */
    private static Decoded quote(JsonValue message, long received) {
        return new Decoded.Event(new Quote(
                PolymarketBooks.header(message, received),
                PolymarketBooks.bid(message),
                null,
                PolymarketBooks.ask(message),
                null,
                SizeUnit.BASE,
                null));
    }

    /** Near 0 and 1 prices get finer: levels that were on the old grid may be gone. */
    private static List<Decoded> tick(JsonValue message, long received, InstrumentLookup instruments) {
        Header header = PolymarketBooks.header(message, received);
        BigDecimal tick = message.decimal("new_tick_size");
        List<Decoded> said = new ArrayList<>(2);
        Instrument known = instruments.find(header.instrument().symbol());
        if (known != null) {
            said.add(new Decoded.Listed(PolymarketListing.withTick(known, tick)));
        }
        said.add(new Decoded.BookRestart(header, "the tick size is now " + tick.toPlainString()));
        return said;
    }
}
