package io.tapeline.venue.polymarket;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A book as a subscriber makes it, prices and sizes without zeros at the end. */
final class OwnBook {
    private final Map<BigDecimal, BigDecimal> bids = new TreeMap<>();
    private final Map<BigDecimal, BigDecimal> asks = new TreeMap<>();

    static OwnBook of(List<Book> events) {
        OwnBook book = new OwnBook();
        for (Book event : events) {
            if (event.snapshot()) {
                book.bids.clear();
                book.asks.clear();
            }
            book.apply(true, event.bids());
            book.apply(false, event.asks());
        }
        return book;
    }

    private void apply(boolean bid, Levels levels) {
        for (int i = 0; i < levels.size(); i++) {
            set(bid, levels.price(i).toPlainString(), levels.size(i).toPlainString());
        }
    }

    void set(boolean bid, String price, String size) {
        BigDecimal at = new BigDecimal(price).stripTrailingZeros();
        BigDecimal amount = new BigDecimal(size).stripTrailingZeros();
        if (amount.signum() == 0) {
            (bid ? bids : asks).remove(at);
        } else {
            (bid ? bids : asks).put(at, amount);
        }
    }

    /** The book of the other token. */
    OwnBook mirrored() {
        OwnBook other = new OwnBook();
        other.asks.putAll(complements(bids));
        other.bids.putAll(complements(asks));
        return other;
    }

    private static Map<BigDecimal, BigDecimal> complements(Map<BigDecimal, BigDecimal> side) {
        return side.entrySet().stream()
                .collect(Collectors.toMap(
                        level -> BigDecimal.ONE.subtract(level.getKey()).stripTrailingZeros(), Map.Entry::getValue));
    }

    boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnBook that && bids.equals(that.bids) && asks.equals(that.asks);
    }

    @Override
    public int hashCode() {
        return bids.hashCode() * 31 + asks.hashCode();
    }

    @Override
    public String toString() {
        return "bids " + bids + " asks " + asks;
    }
}
