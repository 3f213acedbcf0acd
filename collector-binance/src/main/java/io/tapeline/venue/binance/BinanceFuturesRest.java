package io.tapeline.venue.binance;

import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** REST calls of USD-M; weights and limits of https://developers.binance.com, USD-M futures. */
final class BinanceFuturesRest implements VenueRest {
    private static final String BUDGET = "binance-futures";
    /** {@code /futures/data/*} counts requests, apart from the weights; assumed one pool for all of them. */
    private static final String DATA_BUDGET = "binance-futures-data";
    /** {@code fundingRate} and {@code fundingInfo} share a count of requests of their own. */
    private static final String FUNDING_BUDGET = "binance-futures-funding";

    private static final int PAGE = 1000;
    private static final int CANDLES = 1500;
    private static final int CANDLES_WEIGHT = 10;
    /** The shortest interval between payments. */
    private static final Duration FUNDING = Duration.ofHours(1);
    /** A question about trades by time must span less than an hour. */
    private static final long HOUR_MILLIS = 3_599_999;

    private static final List<String> RATIOS = List.of(
            "globalLongShortAccountRatio",
            "topLongShortAccountRatio",
            "topLongShortPositionRatio",
            "takerlongshortRatio");

    private final BinanceSettings settings;
    private final BinanceCalls calls;

    BinanceFuturesRest(BinanceSettings settings) {
        this.settings = settings;
        this.calls = new BinanceCalls(settings.futures().rest(), BUDGET);
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(
                new RestBudget(BUDGET, 2400, Duration.ofMinutes(1), "X-MBX-USED-WEIGHT-1M"),
                new RestBudget(DATA_BUDGET, 1000, Duration.ofMinutes(5), null),
                new RestBudget(FUNDING_BUDGET, 500, Duration.ofMinutes(5), null));
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.call("/fapi/v1/exchangeInfo", 1, Priority.RESYNC, Origin.LIVE));
    }

    @Override
    public List<RestCall> terms() {
        return List.of(calls.call(FUNDING_BUDGET, "/fapi/v1/fundingInfo", 1, Priority.POLL, Origin.LIVE));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.call("/fapi/v1/time", 1, Priority.POLL, Origin.LIVE));
    }

    @Override
    public long serverTime(byte[] body) {
        return BinanceCalls.serverTime(body);
    }

    @Override
    public Optional<RestCall> bookSnapshot(InstrumentId instrument) {
        int levels = settings.futuresSnapshotLevels();
        return Optional.of(calls.call(
                "/fapi/v1/depth" + BinanceCalls.query(instrument.symbol()) + "&limit=" + levels,
                Objects.requireNonNull(BinanceSettings.FUTURES_DEPTH_WEIGHTS.get(levels)),
                Priority.RESYNC,
                Origin.LIVE));
    }

    /**
     * Trades by id, or by time where no id is known (the venue keeps one or two days); candles of every configured
     * interval; settled funding.
     */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        String symbol = BinanceCalls.query(instrument.symbol());
        return switch (kind) {
            case TRADE -> {
                String range = hole.hasIds()
                        ? BinanceCalls.ids(hole, PAGE)
                        : BinanceCalls.times(hole, HOUR_MILLIS) + "&limit=" + PAGE;
                yield List.of(
                        calls.call("/fapi/v1/aggTrades" + symbol + range, 20, Priority.REPAIR, Origin.REPAIR));
            }
            default -> slow(kind, instrument, Origin.REPAIR, BinanceCalls.from(hole), BinanceCalls.until(hole));
        };
    }

    /** Candles of every configured interval and settled funding. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return slow(kind, instrument, Origin.BACKFILL, from / 1_000, Math.ceilDiv(to, 1_000));
    }

    private List<RestCall> slow(Kind kind, InstrumentId instrument, Origin origin, long from, long to) {
        String symbol = BinanceCalls.query(instrument.symbol());
        BinancePages pages = BinancePages.of(calls, origin);
        return switch (kind) {
            case CANDLE ->
                pages.candles("/fapi/v1/klines" + symbol, intervals(), CANDLES, CANDLES_WEIGHT, from, to);
            case FUNDING_RATE ->
                instrument.market() == Market.PERPETUAL
                        ? pages.of(FUNDING_BUDGET, "/fapi/v1/fundingRate" + symbol, FUNDING, PAGE, 1, from, to)
                        : List.of();
            default -> List.of();
        };
    }

    /** Only spot has candles of a second. */
    private List<String> intervals() {
        return settings.candleIntervals().stream()
                .filter(interval -> !interval.equals("1s"))
                .toList();
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        for (Instrument instrument : instruments) {
            if (!instrument.live()) {
                continue;
            }
            if (kinds.contains(Kind.OPEN_INTEREST)) {
                polls.add(openInterest(instrument.id()));
            }
            if (kinds.contains(Kind.FUNDING_RATE) && instrument.id().market() == Market.PERPETUAL) {
                polls.add(settledFunding(instrument.id()));
            }
            if (kinds.contains(Kind.LONG_SHORT_RATIO) && instrument.id().market() == Market.PERPETUAL) {
                RATIOS.forEach(ratio -> polls.add(ratio(ratio, instrument.id())));
            }
        }
        return polls;
    }

    private Poll openInterest(InstrumentId id) {
        RestCall call =
                calls.call("/fapi/v1/openInterest" + BinanceCalls.query(id.symbol()), 1, Priority.POLL, Origin.LIVE);
        return new Poll("open_interest:" + id.symbol(), Kind.OPEN_INTEREST, id, settings.openInterestEvery(), call);
    }

    /** The last few payments, so that one missed reading costs nothing: what is known already is stored once. */
    private Poll settledFunding(InstrumentId id) {
        String path = "/fapi/v1/fundingRate" + BinanceCalls.query(id.symbol()) + "&limit=10";
        RestCall call = calls.call(FUNDING_BUDGET, path, 1, Priority.POLL, Origin.LIVE);
        return new Poll("settled_funding:" + id.symbol(), Kind.FUNDING_RATE, id, settings.settledFundingEvery(), call);
    }

    private Poll ratio(String endpoint, InstrumentId id) {
        String path = "/futures/data/" + endpoint + BinanceCalls.query(id.symbol()) + "&period="
                + settings.ratioPeriod() + "&limit=3";
        RestCall call = calls.call(DATA_BUDGET, path, 1, Priority.POLL, Origin.LIVE);
        return new Poll(endpoint + ":" + id.symbol(), Kind.LONG_SHORT_RATIO, id, settings.ratiosEvery(), call);
    }
}
