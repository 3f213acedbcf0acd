package io.tapeline.benchmarks;

import io.tapeline.collector.book.OrderBook;
import io.tapeline.model.decimal.Levels;

/** Retained size of a book of 1000 x 1000 levels: the heap that two thousand of them keep, divided. */
public final class BookSize {
    private static final int BOOKS = 2_000;

    private BookSize() {}

    public static void main(String[] args) {
        Levels bids = BookBenchmark.side(8_500_000, -1);
        Levels asks = BookBenchmark.side(8_500_010, 1);
        OrderBook[] books = new OrderBook[BOOKS];
        long before = used();
        for (int i = 0; i < BOOKS; i++) {
            books[i] = new OrderBook();
            books[i].load(bids, asks);
        }
        long after = used();
        System.out.printf(
                "retained per book of %d x %d levels: %,d bytes (%d books kept)%n",
                BookBenchmark.LEVELS, BookBenchmark.LEVELS, (after - before) / BOOKS, books.length);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
