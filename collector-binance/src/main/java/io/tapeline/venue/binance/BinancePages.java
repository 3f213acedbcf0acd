package io.tapeline.venue.binance;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.model.event.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls for a stretch of time, as many as its rows need. Times are epoch milliseconds, the end excluded.
 *
 * @param priority and {@code origin}: of all of them
 */
record BinancePages(BinanceCalls calls, RestCall.Priority priority, Origin origin) {

    /** Repairs, or fetches what was before. */
    static BinancePages of(BinanceCalls calls, Origin origin) {
        return new BinancePages(
                calls,
                origin == Origin.REPAIR ? RestCall.Priority.REPAIR : RestCall.Priority.BACKFILL,
                origin);
    }

    /**
     * Rows that come at a regular interval.
     *
     * @param every the shortest time between two rows
     * @param query path and query without times
     */
    List<RestCall> of(String budget, String query, Duration every, int rows, int weight, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        long page = every.toMillis() * rows;
        for (long start = from; start < to; start += page) {
            String range = "&startTime=" + start + "&endTime=" + (Math.min(to, start + page) - 1) + "&limit=" + rows;
            pages.add(calls.call(budget, query + range, weight, priority, origin));
        }
        return pages;
    }

    /** Candles of several intervals, each from the one that was open at the start. */
    List<RestCall> candles(String path, List<String> intervals, int rows, int weight, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (String interval : intervals) {
            long first = from - longest(interval).toMillis() + 1;
            String query = path + "&interval=" + interval;
            pages.addAll(of(calls.budget(), query, shortest(interval), rows, weight, Math.max(0, first), to));
        }
        return pages;
    }

    private static Duration longest(String interval) {
        return interval.equals("1M") ? Duration.ofDays(31) : shortest(interval);
    }

    /** Months differ in length, the others do not. */
    private static Duration shortest(String interval) {
        int count = Integer.parseInt(interval.substring(0, interval.length() - 1));
        return switch (interval.charAt(interval.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            case 'w' -> Duration.ofDays(7L * count);
            case 'M' -> Duration.ofDays(28L * count);
            default -> throw new IllegalArgumentException("interval: '" + interval + "' is none of Binance");
        };
    }
}
