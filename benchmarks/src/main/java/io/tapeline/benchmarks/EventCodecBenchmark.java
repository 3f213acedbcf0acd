package io.tapeline.benchmarks;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.json.EventCodec;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Events a second to JSON and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EventCodecBenchmark {
    private static final Header HEADER = Header.venue(
            new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT"), 1_795_168_800_000_000L, 1_795_168_800_012_345L);

    private final MarketEvent trade = new Trade(
            HEADER,
            "3460311795",
            Side.BUY,
            new BigDecimal("85595.90"),
            new BigDecimal("0.411"),
            SizeUnit.BASE,
            new BigDecimal("0.411"),
            new BigDecimal("35179.91"),
            null,
            false,
            Map.of());
    private final MarketEvent book = new Book(
            HEADER,
            false,
            Levels.of("85606.30", "16.972", "85606.20", "0.000", "85606.10", "0.001", "85606.00", "3.276"),
            Levels.of("85606.40", "0.094", "85606.50", "0.003", "85606.60", "0.001", "85608.00", "0.002"),
            SizeUnit.BASE,
            null,
            11_622_543_895_639L,
            11_622_543_872_538L,
            Verified.SEQUENCE);
    private final byte[] tradeJson = EventCodec.write(trade);
    private final byte[] bookJson = EventCodec.write(book);

    @Benchmark
    public byte[] writeTrade() {
        return EventCodec.write(trade);
    }

    @Benchmark
    public byte[] writeBook() {
        return EventCodec.write(book);
    }

    @Benchmark
    public MarketEvent readTrade() {
        return EventCodec.read(tradeJson);
    }

    @Benchmark
    public MarketEvent readBook() {
        return EventCodec.read(bookJson);
    }
}
