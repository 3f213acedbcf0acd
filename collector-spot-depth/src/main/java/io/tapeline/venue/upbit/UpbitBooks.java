package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books, whole each time: a unit holds the n-th best ask and the n-th best bid. A side that has run out is padded with the
 * price 0, whatever the size beside it. The best of both is the quote.
 */
final class UpbitBooks {
    private UpbitBooks() {}

    static List<Decoded> read(UpbitRow row, long received) {
        BigDecimal grouped = row.optionalDecimal(UpbitField.LEVEL);
        if (grouped != null && grouped.signum() != 0) {
            return List.of(new Decoded.Ignored("a book grouped by " + grouped.toPlainString()));
        }
        Header header = Header.venue(row.instrument(), row.time(UpbitField.TIMESTAMP), received);
        Levels bids = side(row, UpbitField.BID_PRICE, UpbitField.BID_SIZE);
        Levels asks = side(row, UpbitField.ASK_PRICE, UpbitField.ASK_SIZE);
        Decoded book = new Decoded.BookUpdate(header, true, bids, asks, SizeUnit.BASE, null, null, null, null);
        return bids.isEmpty() && asks.isEmpty() ? List.of(book) : List.of(book, quote(header, bids, asks));
    }

    private static Levels side(UpbitRow row, UpbitField price, UpbitField size) {
        List<JsonValue> units = row.get(UpbitField.UNITS).elements();
        Levels.Builder levels = Levels.builder(units.size());
        for (JsonValue each : units) {
            UpbitRow unit = row.part(each);
            BigDecimal at = unit.decimal(price);
            if (at.signum() != 0) {
                add(levels, at, unit.decimal(size));
            }
        }
        return levels.build();
    }

    private static void add(Levels.Builder levels, BigDecimal price, BigDecimal size) {
        try {
            levels.add(price, size);
        } catch (NumberFormatException e) {
            throw new BadMember("orderbook_units", String.valueOf(e.getMessage()));
        }
    }

    private static Decoded quote(Header header, Levels bids, Levels asks) {
        return new Decoded.Event(
                new Quote(header, price(bids), size(bids), price(asks), size(asks), SizeUnit.BASE, null));
    }

    private static @Nullable BigDecimal price(Levels side) {
        return side.isEmpty() ? null : side.price(0);
    }

    private static @Nullable BigDecimal size(Levels side) {
        return side.isEmpty() ? null : side.size(0);
    }
}
