package io.tapeline.collector.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    @Test
    void absoluteSizesReplaceAndZeroDeletesAndDigitsStay() {
        OrderBook book = new OrderBook();
        book.load(Levels.of("10.10", "1.500", "10.00", "2"), Levels.of("10.20", "3"));
        book.apply(Levels.of("10.10", "0.000", "10.05", "7.70"), Levels.of("10.20", "4.0", "10.30", "1"));
        assertThat(book.bids(10)).isEqualTo(Levels.of("10.05", "7.70", "10.00", "2"));
        assertThat(book.asks(10)).isEqualTo(Levels.of("10.20", "4.0", "10.30", "1"));
        assertThat(book.bids(1)).isEqualTo(Levels.of("10.05", "7.70"));
    }

    @Test
    void aPriceIsTheSameLevelHoweverManyZerosItIsWrittenWith() {
        OrderBook book = new OrderBook();
        book.load(Levels.of("10.10", "1"), Levels.EMPTY);
        book.apply(Levels.of("10.1000", "2", "10", "5"), Levels.EMPTY);
        assertThat(book.bids(10)).isEqualTo(Levels.of("10.10", "2", "10", "5"));
        book.apply(Levels.of("10.100000000000000000000", "14285714285.00000000"), Levels.EMPTY);
        assertThat(book.bids(1)).isEqualTo(Levels.of("10.10", "14285714285.00000000"));
    }

    @Test
    void deletingAnUnknownLevelIsNormal() {
        OrderBook book = new OrderBook();
        book.apply(Levels.of("1", "0"), Levels.of("2", "0.00"));
        assertThat(book.bids(10)).isEqualTo(Levels.EMPTY);
        assertThat(book.crossed()).isFalse();
    }

    @Test
    void whatIsBeyondTheLimitIsTheWorst() {
        OrderBook book = new OrderBook(2);
        book.load(Levels.of("3", "1", "2", "1"), Levels.of("4", "1", "5", "1"));
        book.apply(Levels.of("1", "1", "3.5", "1"), Levels.of("6", "1", "3.9", "1"));
        assertThat(book.bids(9)).isEqualTo(Levels.of("3.5", "1", "3", "1"));
        assertThat(book.asks(9)).isEqualTo(Levels.of("3.9", "1", "4", "1"));
    }

    @Test
    void touchingIsCrossed() {
        OrderBook book = new OrderBook();
        book.load(Levels.of("10.0", "1"), Levels.of("10.00", "1"));
        assertThat(book.crossed()).isTrue();
    }

    /** The packed book against the plainest one that can be written, over random updates. */
    @RepeatedTest(20)
    void agreesWithAPlainSortedMap(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        OrderBook book = new OrderBook();
        Map<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
        Map<BigDecimal, BigDecimal> asks = new TreeMap<>();
        for (int update = 0; update < 500; update++) {
            book.apply(randomLevels(random, bids), randomLevels(random, asks));
        }
        assertThat(pairs(book.bids(Integer.MAX_VALUE))).isEqualTo(pairs(bids));
        assertThat(pairs(book.asks(Integer.MAX_VALUE))).isEqualTo(pairs(asks));
    }

    private static Levels randomLevels(Random random, Map<BigDecimal, BigDecimal> plain) {
        Levels.Builder levels = Levels.builder(4);
        for (int i = 0; i < random.nextInt(4); i++) {
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(300), 2);
            BigDecimal size =
                    random.nextInt(3) == 0 ? Decimals.parse("0.000") : BigDecimal.valueOf(1 + random.nextInt(99), 3);
            levels.add(price, size);
            if (size.signum() == 0) {
                plain.remove(price);
            } else {
                plain.put(price, size);
            }
        }
        return levels.build();
    }

    private static List<String> pairs(Levels levels) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            pairs.add(levels.price(i) + " " + levels.size(i));
        }
        return pairs;
    }

    private static List<String> pairs(Map<BigDecimal, BigDecimal> levels) {
        return levels.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toList();
    }

    @Test
    void ofACrossedPairTheOlderLevelGoes() {
        OrderBook book = new OrderBook(100, true);
        book.load(Levels.of("99", "1", "98", "1"), Levels.of("100", "2", "101", "1"), 1);
        book.apply(Levels.of("100.5", "3"), Levels.EMPTY, 2);
        book.resolveCrossing();
        assertThat(book.bids(1)).isEqualTo(Levels.of("100.5", "3"));
        assertThat(book.asks(1)).isEqualTo(Levels.of("101", "1"));
    }

    @Test
    void ofACrossedPairOfOneUpdateTheSmallerSizeIsTakenFromTheLarger() {
        OrderBook book = new OrderBook(100, true);
        book.apply(Levels.of("100", "3.50", "98", "1"), Levels.of("99", "1.25", "99.5", "2.25", "101", "7"), 5);
        book.resolveCrossing();
        assertThat(book.bids(5)).isEqualTo(Levels.of("98", "1"));
        assertThat(book.asks(5)).isEqualTo(Levels.of("101", "7"));
    }
}
