package io.tapeline.venue.drift;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole books, with best prices, mark price and oracle price: integers, as numbers or texts, prices in 1e-6 of the quote,
 * sizes in 1e-9 of the base. What is only indicative of a size is left out, since nobody has to fill it.
 */
final class DriftBooks {
    private static final int PRICE_DIGITS = 6;
    private static final int SIZE_DIGITS = 9;

    /** A book older than this is of a host that stopped; Drift's still answer. */
    private static final long OLDEST_MICROS = 60_000_000;

    private record Level(BigDecimal price, BigDecimal size) {}

    private DriftBooks() {}

    static List<Decoded> read(JsonValue book, RawFrame frame) {
        String symbol = symbol(book, frame);
        if (!DriftMarkets.isPerpetual(symbol)) {
            return List.of(new Decoded.Ignored("a book of spot"));
        }
        Header header = header(book, symbol, frame.received());
        List<Level> bids = levels(book, "bids");
        List<Level> asks = levels(book, "asks");
        Long slot = book.optionalInteger("slot");
        List<Decoded> said = new ArrayList<>(3);
        said.add(new Decoded.BookUpdate(
                header, true, packed(bids), packed(asks), SizeUnit.BASE, null, slot, null, null));
        said.add(new Decoded.Event(quote(header, bids, asks)));
        if (book.has("markPrice") || book.has("oracle")) {
            said.add(new Decoded.Event(
                    new MarkPrice(header, price(book.find("markPrice")), price(book.find("oracle")), null)));
        }
        return said;
    }

    private static String symbol(JsonValue book, RawFrame frame) {
        String named = book.optionalText("marketName");
        return named == null ? RequestAddress.of(frame.url()).parameter("marketName") : named;
    }

    private static Header header(JsonValue book, String symbol, long received) {
        Long time = book.optionalMillis("ts");
        if (time == null) {
            return Header.received(DriftMarkets.of(symbol), received);
        }
        if (time < received - OLDEST_MICROS) {
            throw new BadMember("ts", "expected a book of the last minute, that of " + symbol + " is older");
        }
        return Header.venue(DriftMarkets.of(symbol), time, received);
    }

    private static List<Level> levels(JsonValue book, String side) {
        List<Level> levels = new ArrayList<>();
        for (JsonValue row : book.get(side).elements()) {
            BigDecimal size = row.decimal("size");
            JsonValue sources = row.find("sources");
            BigDecimal indicative = sources == null ? null : sources.optionalDecimal("indicative");
            BigDecimal firm = indicative == null ? size : size.subtract(indicative);
            if (firm.signum() > 0) {
                levels.add(new Level(scaled(row.decimal("price"), PRICE_DIGITS), scaled(firm, SIZE_DIGITS)));
            }
        }
        return levels;
    }

    private static Levels packed(List<Level> levels) {
        Levels.Builder packed = Levels.builder(levels.size());
        for (Level level : levels) {
            number(level.price(), packed);
            number(level.size(), packed);
        }
        return packed.build();
    }

    private static void number(BigDecimal value, Levels.Builder to) {
        char[] digits = value.toPlainString().toCharArray();
        try {
            to.number(digits, 0, digits.length);
        } catch (NumberFormatException e) {
            throw new BadMember("level", String.valueOf(e.getMessage()));
        }
    }

    private static Quote quote(Header header, List<Level> bids, List<Level> asks) {
        Level bid = bids.isEmpty() ? null : bids.getFirst();
        Level ask = asks.isEmpty() ? null : asks.getFirst();
        return new Quote(
                header,
                bid == null ? null : bid.price(),
                bid == null ? null : bid.size(),
                ask == null ? null : ask.price(),
                ask == null ? null : ask.size(),
                SizeUnit.BASE,
                null);
    }

    private static @Nullable BigDecimal price(@Nullable JsonValue value) {
        return value == null ? null : scaled(value.decimal(), PRICE_DIGITS);
    }

    /** Without the zeros that only the scale made. */
    private static BigDecimal scaled(BigDecimal integer, int digits) {
        return Decimals.plain(integer.movePointLeft(digits).stripTrailingZeros());
    }
}
