package io.tapeline.collector.decode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch of time into what a venue answers in one page. */
public final class TimePages {
    private TimePages() {}

    /** Makes something of one page, epoch milliseconds. */
    @FunctionalInterface
    public interface Page<T> {
        /**
         * @param from included
         * @param to excluded
         */
        T of(long from, long to);
    }

    /**
     * Pages that hold every row of a stretch, oldest first.
     *
     * @param from epoch microseconds, included
     * @param to epoch microseconds, excluded
     * @param every the shortest time between two rows
     * @param rows most rows of a page
     */
    public static <T> List<T> of(long from, long to, Duration every, int rows, Page<T> page) {
        List<T> pages = new ArrayList<>();
        long end = Math.ceilDiv(to, 1_000);
        long step = every.toMillis() * rows;
        for (long start = Math.floorDiv(from, 1_000); start < end; start += step) {
            pages.add(page.of(start, Math.min(end, start + step)));
        }
        return pages;
    }
}
