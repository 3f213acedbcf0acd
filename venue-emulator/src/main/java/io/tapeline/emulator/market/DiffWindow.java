package io.tapeline.emulator.market;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects which levels changed since a diff was last taken. */
final class DiffWindow {
    private final TreeSet<Long> bids = new TreeSet<>();
    private final TreeSet<Long> asks = new TreeSet<>();
    private long firstId;
    private long previousId;

    DiffWindow(long previousId) {
        this.previousId = previousId;
    }

    void changed(boolean bid, long price, long id) {
        if (firstId == 0) {
            firstId = id;
        }
        (bid ? bids : asks).add(price);
    }

    Optional<BookDiff> take(Book book) {
        if (firstId == 0) {
            return Optional.empty();
        }
        BookDiff diff = new BookDiff(
                firstId,
                book.lastId(),
                previousId,
                book.lastTime(),
                levels(bids, book.bids()),
                levels(asks, book.asks()));
        previousId = book.lastId();
        firstId = 0;
        bids.clear();
        asks.clear();
        return Optional.of(diff);
    }

    private static List<Level> levels(SortedSet<Long> prices, NavigableMap<Long, Long> side) {
        List<Level> levels = new ArrayList<>(prices.size());
        for (Long price : prices) {
            levels.add(new Level(price, side.getOrDefault(price, 0L)));
        }
        return levels;
    }
}
