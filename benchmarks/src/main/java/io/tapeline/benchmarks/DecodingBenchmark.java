package io.tapeline.benchmarks;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import io.tapeline.model.json.EventCodec;
import io.tapeline.venue.binance.BinanceSettings;
import io.tapeline.venue.binance.BinanceVenues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Frames a second: merely read by Jackson's streaming parser, decoded, decoded and written as JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DecodingBenchmark {
    private static final int FRAMES = 1_000;

    private final JsonFactory json = new JsonFactory();
    private final RawFrame[] frames = BinanceFrames.mixture(FRAMES);
    private final VenueDecoder decoder =
            new BinanceVenues().binanceFutures(BinanceSettings.defaults()).decoder();
    private final Map<String, Instrument> listed = new HashMap<>();
    private final InstrumentLookup instruments = listed::get;

    public DecodingBenchmark() {
        for (RawFrame frame : frames) {
            String symbol = frame.text().replaceFirst("(?s).*\"s\":\"([A-Z]+)\".*", "$1");
            listed.computeIfAbsent(symbol, DecodingBenchmark::instrument);
        }
    }

    private static Instrument instrument(String symbol) {
        String base = symbol.replace("USDT", "");
        return new Instrument(
                new InstrumentId("binance", Market.PERPETUAL, symbol),
                base,
                "USDT",
                "USDT",
                base + "/USDT:USDT",
                null,
                ContractType.LINEAR,
                null,
                null,
                null,
                null,
                null,
                Sector.of(base),
                null,
                null,
                null,
                null);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int read() {
        int tokens = 0;
        for (RawFrame frame : frames) {
            try (JsonParser in = json.createParser(ObjectReadContext.empty(), frame.body())) {
                while (in.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void decode(Blackhole hole) {
        for (RawFrame frame : frames) {
            hole.consume(decoder.decode(frame, instruments));
        }
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void decodeAndWrite(Blackhole hole) {
        for (RawFrame frame : frames) {
            List<Decoded> decoded = decoder.decode(frame, instruments);
            for (int i = 0; i < decoded.size(); i++) {
                hole.consume(EventCodec.write(event(decoded.get(i))));
            }
        }
    }

    private static MarketEvent event(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Event(MarketEvent event) -> event;
            case Decoded.BookUpdate u ->
                new Book(
                        u.header(),
                        u.snapshot(),
                        u.bids(),
                        u.asks(),
                        u.sizeUnit(),
                        null,
                        u.lastSequence(),
                        u.previousSequence(),
                        Verified.SEQUENCE);
            default -> throw new IllegalStateException("the mixture holds only market data, got " + decoded);
        };
    }
}
