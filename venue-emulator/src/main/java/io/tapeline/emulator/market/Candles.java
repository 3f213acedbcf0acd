package io.tapeline.emulator.market;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candles of every interval, made from minutes: those before the start from a function, later ones from trades. */
public final class Candles {
    /** Older minutes of the run are dropped: after a week, sooner where the past is short, never within a day. */
    private static final int MOST_MINUTES = 10_080;

    private static final int LEAST_MINUTES = 1_440;

    private final PastPrices past;
    private final int keptMinutes;
    private final Map<Long, Bar> closed = new HashMap<>();
    private final Deque<Bar> order = new ArrayDeque<>();
    private Bar current;

    Candles(PastPrices past, long startMillis, long price) {
        this.past = past;
        keptMinutes = (int) Math.clamp(past.endMinute() - past.startMinute(), LEAST_MINUTES, MOST_MINUTES);
        current = new Bar(minute(startMillis), price);
    }

    /** Candles with the past of a seed. */
    public static Candles of(long seed, SymbolSpec spec, long startMillis, int days) {
        return new Candles(
                new PastPrices(seed, spec, startMillis, days),
                startMillis,
                spec.price().count(spec.startPrice()));
    }

    void add(TradePrint trade) {
        current.add(trade);
    }

    /** Takes a price without a trade into the current minute. */
    public void sample(long price) {
        current.sample(price);
    }

    /** Ends the minutes that are over; returns them, oldest first. */
    public List<Bar> roll(long now) {
        if (current.openTime() + 60_000 > now) {
            return List.of();
        }
        List<Bar> ended = new ArrayList<>();
        while (current.openTime() + 60_000 <= now) {
            ended.add(current);
            keep(current);
            current = new Bar(current.openTime() + 60_000, current.close());
        }
        return ended;
    }

    /** The candle that begins at {@code open}; empty when nothing is known of that time. */
    public Optional<Bar> bar(Interval interval, long open) {
        return Optional.ofNullable(Bar.merge(open, minutes(open, interval.next(open))));
    }

    /** At most {@code limit} candles that begin in the range, oldest first; the last may still be open. */
    public List<Bar> range(Interval interval, long from, long to, int limit) {
        List<Bar> found = new ArrayList<>();
        long first = Math.max(from, past.startMinute() * 60_000);
        long open = interval.open(first);
        open = open < first ? interval.next(open) : open;
        for (; open <= Math.min(to, current.openTime()) && found.size() < limit; open = interval.next(open)) {
            bar(interval, open).ifPresent(found::add);
        }
        return found;
    }

    /** The last candles that begin at or before a time, oldest first; the very last may still be open. */
    public List<Bar> last(Interval interval, long end, int limit) {
        ArrayDeque<Bar> found = new ArrayDeque<>();
        long open = interval.open(Math.min(end, current.openTime()));
        while (found.size() < limit) {
            Optional<Bar> bar = bar(interval, open);
            if (bar.isEmpty()) {
                break;
            }
            found.addFirst(bar.get());
            open = interval.open(open - 1);
        }
        return List.copyOf(found);
    }

    /** The last candle that is over; empty when there is none yet. */
    public Optional<Bar> closed(Interval interval) {
        return bar(interval, interval.open(interval.open(current.openTime()) - 1));
    }

    /** Start of the current minute. */
    public long now() {
        return current.openTime();
    }

    private List<Bar> minutes(long from, long to) {
        List<Bar> bars = new ArrayList<>();
        for (long minute = from / 60_000; minute < to / 60_000 && minute * 60_000 <= current.openTime(); minute++) {
            at(minute).ifPresent(bars::add);
        }
        return bars;
    }

    private Optional<Bar> at(long minute) {
        if (minute < past.endMinute()) {
            return minute < past.startMinute() ? Optional.empty() : Optional.of(past.bar(minute));
        }
        return minute * 60_000 == current.openTime()
                ? Optional.of(current)
                : Optional.ofNullable(closed.get(minute * 60_000));
    }

    private void keep(Bar bar) {
        closed.put(bar.openTime(), bar);
        order.add(bar);
        if (order.size() > keptMinutes) {
            closed.remove(order.remove().openTime());
        }
    }

    private static long minute(long time) {
        return Math.floorDiv(time, 60_000) * 60_000;
    }
}
