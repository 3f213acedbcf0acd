package io.tapeline.collector.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A book made of published events alone, as a subscriber makes it. */
record RebuiltBook(NavigableMap<BigDecimal, BigDecimal> bids, NavigableMap<BigDecimal, BigDecimal> asks) {

    /** The book as the last wanted event left it; empty when none is. Holds the events to their own chain. */
    static Optional<RebuiltBook> after(Predicate<Book> wanted, List<Book> events) {
        RebuiltBook book = new RebuiltBook(new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
        Optional<RebuiltBook> found = Optional.empty();
        Long last = null;
        for (Book event : events) {
            if (event.snapshot()) {
                book.bids.clear();
                book.asks.clear();
            } else {
                assertThat(event.previousSequence())
                        .as("what %s continues", event)
                        .isNotNull()
                        .isEqualTo(last);
            }
            apply(event.bids(), book.bids);
            apply(event.asks(), book.asks);
            last = event.sequence();
            if (wanted.test(event)) {
                found = Optional.of(new RebuiltBook(new TreeMap<>(book.bids), new TreeMap<>(book.asks)));
            }
        }
        return found;
    }

    /** Whether the events made this book at some time. */
    static boolean ever(RebuiltBook wanted, List<Book> events) {
        RebuiltBook book = new RebuiltBook(new TreeMap<>(), new TreeMap<>());
        for (Book event : events) {
            if (event.snapshot()) {
                book.bids.clear();
                book.asks.clear();
            }
            apply(event.bids(), book.bids);
            apply(event.asks(), book.asks);
            if (book.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    static RebuiltBook of(Levels bids, Levels asks) {
        RebuiltBook book = new RebuiltBook(new TreeMap<>(), new TreeMap<>());
        apply(bids, book.bids);
        apply(asks, book.asks);
        return book;
    }

    private static void apply(Levels levels, Map<BigDecimal, BigDecimal> side) {
        for (int i = 0; i < levels.size(); i++) {
            BigDecimal price = levels.price(i).stripTrailingZeros();
            if (levels.size(i).signum() == 0) {
                side.remove(price);
            } else {
                side.put(price, levels.size(i).stripTrailingZeros());
            }
        }
    }
}
