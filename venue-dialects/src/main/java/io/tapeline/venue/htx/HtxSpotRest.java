package io.tapeline.venue.htx;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REST calls of spot pairs. Trades and candles are given out from the newest back, without pages. */
final class HtxSpotRest implements VenueRest {
    private static final String BUDGET = "htx-spot";

    private static final int MOST_ROWS = 2000;

    /** Candles that may pass until a hole is read: the question does not say when it ends. */
    private static final int SPARE_CANDLES = 60;

    private final HtxSpotSettings settings;
    private final String root;
    private final RestCalls calls;

    HtxSpotRest(HtxSpotSettings settings) {
        this.settings = settings;
        this.root = settings.rest().getFirst();
        this.calls = new RestCalls(root, BUDGET);
    }

    /** Ten a second of each path; all of them together keep to it. */
    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(BUDGET, 10, Duration.ofSeconds(1), null));
    }

    @Override
    public List<URI> mirrors(URI uri) {
        String call = uri.toString().substring(root.length());
        return settings.rest().stream()
                .skip(1)
                .map(mirror -> URI.create(mirror + call))
                .toList();
    }

    @Override
    public RefusalRules refusals() {
        return new HtxRefusals();
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing("/v2/settings/common/symbols", 1));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll("/v1/common/timestamp", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return EpochTime.millis("data", JsonReader.read(body).integer("data"));
    }

    /** Of a longer hole what is older than the newest rows is lost. */
    @Override
    public boolean repairsNewestOnly(Kind kind) {
        return kind == Kind.TRADE || kind == Kind.CANDLE;
    }

    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return switch (kind) {
            case TRADE -> List.of(calls.repair("/market/history/trade?" + query(instrument, MOST_ROWS), 1));
            case CANDLE -> candles(instrument, Origin.REPAIR, hole.from(), hole.to());
            default -> List.of();
        };
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.CANDLE ? candles(instrument, Origin.BACKFILL, from, to) : List.of();
    }

    /** The shortest last: they reach back least, and the last answer tells how far a hole was filled. */
    private List<RestCall> candles(InstrumentId instrument, Origin origin, long from, long to) {
        return settings.candleIntervals().stream()
                .sorted(Comparator.comparing(HtxPeriods::length).reversed())
                .map(period -> {
                    long fitting = (to - from) / (HtxPeriods.length(period).toNanos() / 1_000) + 1;
                    String call = candles(instrument, period, (int) Math.min(MOST_ROWS, fitting + SPARE_CANDLES));
                    return origin == Origin.REPAIR ? calls.repair(call, 1) : calls.history(call, 1);
                })
                .toList();
    }

    private static String candles(InstrumentId instrument, String period, int rows) {
        return "/market/history/kline?" + query(instrument, rows) + "&period=" + period;
    }

    private static String query(InstrumentId instrument, int rows) {
        return RestCalls.query("symbol", instrument.symbol(), "size", rows);
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return !kinds.contains(Kind.CANDLE)
                ? List.of()
                : instruments.stream()
                        .filter(Instrument::live)
                        .flatMap(instrument -> settings.candleIntervals().stream()
                                .map(period -> closedCandles(instrument.id(), period)))
                        .toList();
    }

    /** The running candle and two closed ones, so that one missed reading costs nothing. */
    private Poll closedCandles(InstrumentId id, String period) {
        String name = "candle:" + period + ":" + id.symbol();
        RestCall call = calls.poll(candles(id, period, 3), 1);
        return new Poll(name, Kind.CANDLE, id, settings.candlesEvery(), call);
    }
}
