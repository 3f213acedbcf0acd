package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books. Incremental ones have levels of {@code [action, price, amount]}, amounts absolute; grouped ones and answers have
 * {@code [price, amount]} and are the best levels at a moment.
 */
final class DeribitBooks {
    private DeribitBooks() {}

    static Decoded read(JsonValue data, RawFrame frame, InstrumentLookup instruments) {
        DeribitSymbol symbol = DeribitSymbol.of(data.text("instrument_name"));
        if (symbol.market() == null) {
            return new Decoded.Ignored("a combo");
        }
        Header header = DeribitTrades.header(symbol, data, frame.received());
        return incremental(data)
                ? update(symbol, header, data)
                : new Decoded.Event(best(symbol, header, data, instruments.find(symbol.name())));
    }

    private static boolean incremental(JsonValue data) {
        return data.has("type") || data.has("prev_change_id") || hasActions(data, "bids") || hasActions(data, "asks");
    }

    private static boolean hasActions(JsonValue data, String side) {
        List<JsonValue> levels = data.has(side) ? data.get(side).elements() : List.of();
        return !levels.isEmpty() && levels.getFirst().elements().size() > 2;
    }

    private static Decoded update(DeribitSymbol symbol, Header header, JsonValue data) {
        Long previous = data.optionalInteger("prev_change_id");
        boolean whole = isWhole(data.optionalText("type"), previous);
        long id = data.integer("change_id");
        return new Decoded.BookUpdate(
                header,
                whole,
                levels(data, "bids"),
                levels(data, "asks"),
                symbol.sizeUnit(),
                id,
                id,
                whole ? null : previous,
                null);
    }

    /**
     * Before 2021 there was no type, and a message without predecessor was the whole book. A new instrument may begin
     * with a change whose predecessor is 0: applied to an empty book it is the whole book.
     */
    private static boolean isWhole(@Nullable String type, @Nullable Long previous) {
        if (type == null) {
            return previous == null || previous == 0;
        }
        return switch (type) {
            case "snapshot" -> true;
            case "change" -> previous != null && previous == 0;
            default -> throw new BadMember("type", "expected snapshot or change, got '" + type + "'");
        };
    }

    private static Orderbook best(
            DeribitSymbol symbol, Header header, JsonValue data, @Nullable Instrument instrument) {
        return new Orderbook(
                header,
                true,
                levels(data, "bids"),
                levels(data, "asks"),
                symbol.sizeUnit(),
                instrument == null ? null : instrument.contractSize(),
                data.optionalInteger("change_id"),
                null,
                Verified.NONE);
    }

    private static Levels levels(JsonValue data, String side) {
        List<JsonValue> rows = data.has(side) ? data.get(side).elements() : List.of();
        Levels.Builder levels = Levels.builder(rows.size());
        try {
            rows.forEach(row -> add(row, levels));
        } catch (NumberFormatException e) {
            throw new BadMember(side, String.valueOf(e.getMessage()));
        }
        return levels.build();
    }

    private static void add(JsonValue row, Levels.Builder levels) {
        int price = row.elements().size() > 2 ? 1 : 0;
        BigDecimal amount = row.at(price + 1).decimal();
        boolean gone = price == 1 && amount.signum() != 0 && row.at(0).text().equals("delete");
        levels.add(row.at(price).decimal(), gone ? BigDecimal.ZERO : amount);
    }
}
