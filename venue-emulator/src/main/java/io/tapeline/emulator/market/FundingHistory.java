package io.tapeline.emulator.market;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** Settled funding: thirty days from before the start, and what is settled since. */
public final class FundingHistory {
    private static final long DAYS = 30;
    private static final long HOUR = 3_600_000;

    /** More than a year of eight hours; the oldest go first. */
    private static final int KEPT = 1_500;

    private final String symbol;
    private final long startMark;
    private final long interval;
    private final LongUnaryOperator stamp;
    private final Deque<Row> rows = new ArrayDeque<>();
    private long nextFunding;

    /** @param stamp the venue's time of a payment, given the end of its interval */
    FundingHistory(SymbolSpec spec, int hours, long seed, long start, Candles marks, LongUnaryOperator stamp) {
        symbol = spec.symbol();
        startMark = spec.price().count(spec.startPrice());
        this.stamp = stamp;
        interval = hours * HOUR;
        nextFunding = next(start);
        if (hours > 0) {
            long own = Seeds.mix(seed, symbol + "#funding");
            for (long time = nextFunding - DAYS * 24 * HOUR; time < nextFunding; time += interval) {
                rows.add(past(own, time, marks));
            }
        }
    }

    /** Time of the payment after a moment; 0 where nothing is paid. */
    public long next(long time) {
        return interval == 0 ? 0 : (Math.floorDiv(time, interval) + 1) * interval;
    }

    /** Settles when the time has come, at the last mark and estimate. */
    Optional<Row> settle(long now, Mark mark) {
        if (interval == 0 || now < nextFunding) {
            return Optional.empty();
        }
        Row row = new Row(symbol, stamp.applyAsLong(nextFunding), mark.rate(), mark.mark());
        nextFunding = next(now);
        rows.add(row);
        if (rows.size() > KEPT) {
            rows.remove();
        }
        return Optional.of(row);
    }

    /** Oldest first. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Before the first candle the mark is that of the start. */
    private Row past(long seed, long time, Candles marks) {
        long mark = marks.bar(Interval.MINUTE, time - 60_000).map(Bar::close).orElse(startMark);
        long rate = Math.round((0.0001 + 0.00025 * Seeds.smooth(seed, time / (double) (24 * HOUR))) * 1e8);
        return new Row(symbol, stamp.applyAsLong(time), rate, mark);
    }

    /** A payment; rate and mark price are counts of {@link FuturesMarks#GRID}. */
    public record Row(String symbol, long time, long rate, long mark) {}
}
