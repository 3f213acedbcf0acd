package io.tapeline.benchmarks;

import io.tapeline.collector.book.OrderBook;
import io.tapeline.collector.derived.DepthMeter;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.DepthMetrics;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A book of 1000 x 1000 levels: built from a snapshot, changed by deltas, read out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BookBenchmark {
    static final int LEVELS = 1_000;
    private static final int DELTAS = 1_024;
    private static final long TOUCH = 8_500_000;
    private static final Header HEADER = Header.received(new InstrumentId("toy", Market.SPOT, "BTCUSDT"), 0);

    private final Levels bids = side(TOUCH, -1);
    private final Levels asks = side(TOUCH + 10, 1);
    private final Levels[] bidChanges = new Levels[DELTAS];
    private final Levels[] askChanges = new Levels[DELTAS];
    private final OrderBook book = new OrderBook();

    /** Prices with 2 decimals, sizes with 3, as on a futures venue. */
    static Levels side(long best, int step) {
        Levels.Builder side = Levels.builder(LEVELS);
        for (int level = 0; level < LEVELS; level++) {
            side.add(best + (long) step * level * 10, 2, 1_000 + level, 3);
        }
        return side.build();
    }

    /** Four changes a side, most of them near the touch, one in three a deletion. */
    private static Levels changes(Random random, long best, int step) {
        Levels.Builder changes = Levels.builder(4);
        for (int change = 0; change < 4; change++) {
            int level = (int) Math.abs(random.nextGaussian() * 40);
            long size = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(50_000);
            changes.add(best + (long) step * Math.min(level, LEVELS - 1) * 10, 2, size, 3);
        }
        return changes.build();
    }

    public BookBenchmark() {
        Random random = new Random(1);
        for (int i = 0; i < DELTAS; i++) {
            bidChanges[i] = changes(random, TOUCH, -1);
            askChanges[i] = changes(random, TOUCH + 10, 1);
        }
        book.load(bids, asks);
    }

    /** The cost of a whole book: load 1000 x 1000 levels into an empty one. */
    @Benchmark
    public OrderBook loadSnapshot() {
        OrderBook fresh = new OrderBook();
        fresh.load(bids, asks);
        return fresh;
    }

    /** One delta of four levels a side. */
    @Benchmark
    @OperationsPerInvocation(DELTAS)
    public OrderBook applyDelta() {
        for (int i = 0; i < DELTAS; i++) {
            book.apply(bidChanges[i], askChanges[i]);
        }
        return book;
    }

    /** The best 50 levels of both sides. */
    @Benchmark
    public int readTop50() {
        return book.bids(50).size() + book.asks(50).size();
    }

    /** Liquidity figures of a hundred books while each changes, as every five seconds. */
    @Benchmark
    public int depthOfAHundredBooks() {
        int used = 0;
        for (int i = 0; i < 100; i++) {
            book.apply(bidChanges[i], askChanges[i]);
            used += DepthMeter.of(
                            HEADER,
                            book.bids(DepthMeter.LEVELS),
                            book.asks(DepthMeter.LEVELS),
                            SizeUnit.BASE,
                            null,
                            "5s")
                    .map(DepthMetrics::depthBids)
                    .orElse(0);
        }
        return used;
    }
}
