package io.tapeline.venue.kraken;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a book: CRC-32 over the best ten asks, then the best ten bids, each best first, of price and size without
 * point and leading zeros, both written with all decimals of the pair. Of a side with fewer levels, those there are.
 *
 * <p>How many decimals the pair has says its listing. Where that is not known, or was changed by the venue meanwhile, the
 * messages tell it: they are written in full, or without zeros at the end, and then the longest number has most of them.
 * Whichever way the checksum comes out right, the book is.
 */
record KrakenChecksum(Levels bids, Levels asks) {
    static final int LEVELS = 10;

    /** Of sizes of nearly all pairs. */
    private static final int USUAL_SIZE_DECIMALS = 8;

    /** Decimals of prices and of sizes. */
    private record Places(int prices, int sizes) {
        /** As they came. */
        static final Places SENT = new Places(-1, -1);
    }

    static KrakenChecksum of(Levels bids, Levels asks) {
        return new KrakenChecksum(bids.top(LEVELS), asks.top(LEVELS));
    }

    boolean is(long checksum, @Nullable Instrument instrument) {
        return Stream.of(listed(instrument), Places.SENT, longest()).anyMatch(places -> value(places) == checksum);
    }

    private static Places listed(@Nullable Instrument instrument) {
        BigDecimal tick = instrument == null ? null : instrument.tickSize();
        BigDecimal lot = instrument == null ? null : instrument.lotSize();
        return tick == null || lot == null ? Places.SENT : new Places(tick.scale(), lot.scale());
    }

    private Places longest() {
        int prices = Stream.of(bids, asks)
                .flatMapToInt(KrakenChecksum::priceScales)
                .max()
                .orElse(0);
        int sizes = Stream.of(bids, asks)
                .flatMapToInt(KrakenChecksum::sizeScales)
                .max()
                .orElse(0);
        return new Places(prices, Math.max(USUAL_SIZE_DECIMALS, sizes));
    }

    private static IntStream priceScales(Levels side) {
        return IntStream.range(0, side.size()).map(level -> side.price(level).scale());
    }

    private static IntStream sizeScales(Levels side) {
        return IntStream.range(0, side.size()).map(level -> side.size(level).scale());
    }

    private long value(Places places) {
        StringBuilder text = new StringBuilder(512);
        add(asks, places, text);
        add(bids, places, text);
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private static void add(Levels side, Places places, StringBuilder text) {
        for (int level = 0; level < side.size(); level++) {
            text.append(digits(side.price(level), places.prices()));
            text.append(digits(side.size(level), places.sizes()));
        }
    }

    private static String digits(BigDecimal number, int decimals) {
        BigDecimal written = decimals < 0 ? number : number.setScale(decimals, RoundingMode.DOWN);
        return written.unscaledValue().toString();
    }
}
