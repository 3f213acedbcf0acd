package io.tapeline.venue.binance;

import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** REST calls of spot; weights and limits of https://github.com/binance/binance-spot-api-docs, rest-api.md. */
final class BinanceSpotRest implements VenueRest {
    private static final String BUDGET = "binance-spot";
    private static final int PAGE = 1000;

    private final BinanceSettings settings;
    private final BinanceCalls calls;

    BinanceSpotRest(BinanceSettings settings) {
        this.settings = settings;
        this.calls = new BinanceCalls(settings.spot().rest(), BUDGET);
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(BUDGET, 6000, Duration.ofMinutes(1), "X-MBX-USED-WEIGHT-1M"));
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.call("/api/v3/exchangeInfo", 20, Priority.RESYNC, Origin.LIVE));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.call("/api/v3/time", 1, Priority.POLL, Origin.LIVE));
    }

    @Override
    public long serverTime(byte[] body) {
        return BinanceCalls.serverTime(body);
    }

    @Override
    public Optional<RestCall> bookSnapshot(InstrumentId instrument) {
        int levels = settings.spotSnapshotLevels();
        return Optional.of(calls.call(
                "/api/v3/depth" + BinanceCalls.query(instrument.symbol()) + "&limit=" + levels,
                Objects.requireNonNull(BinanceSettings.SPOT_DEPTH_WEIGHTS.get(levels)),
                Priority.RESYNC,
                Origin.LIVE));
    }

    /** Trades by id, or by time where no id is known; candles of every configured interval. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        String symbol = BinanceCalls.query(instrument.symbol());
        return switch (kind) {
            case TRADE -> {
                String range = hole.hasIds()
                        ? BinanceCalls.ids(hole, PAGE)
                        : BinanceCalls.times(hole, Long.MAX_VALUE / 2) + "&limit=" + PAGE;
                yield List.of(calls.call("/api/v3/aggTrades" + symbol + range, 4, Priority.REPAIR, Origin.REPAIR));
            }
            case CANDLE -> candles(symbol, Origin.REPAIR, BinanceCalls.from(hole), BinanceCalls.until(hole));
            default -> List.of();
        };
    }

    /** Candles of every configured interval. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.CANDLE
                ? candles(
                        BinanceCalls.query(instrument.symbol()),
                        Origin.BACKFILL,
                        from / 1_000,
                        Math.ceilDiv(to, 1_000))
                : List.of();
    }

    private List<RestCall> candles(String symbol, Origin origin, long from, long to) {
        return BinancePages.of(calls, origin)
                .candles("/api/v3/klines" + symbol, settings.candleIntervals(), PAGE, 2, from, to);
    }
}
