package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.decode.TimePages;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
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

/**
 * REST calls of Kraken Futures. The venue publishes a cost budget of 500 in 10 seconds for {@code /derivatives} and none for
 * the charts; public calls are light, but more than 10 a second are unwise.
 */
final class KrakenFuturesRest implements VenueRest {
    private static final String API = "/derivatives/api/v3/";
    private static final String BUDGET = "kraken-futures";

    /** Candles of one answer; the venue gives up to about 5000. */
    private static final int CANDLES = 2000;

    /** How far back a regular reading of settled funding reaches, so that a missed one costs nothing. */
    private static final long FUNDING_MILLIS = Duration.ofHours(12).toMillis();

    private final KrakenFuturesSettings settings;
    private final RestCalls calls;

    KrakenFuturesRest(KrakenFuturesSettings settings) {
        this.settings = settings;
        this.calls = new RestCalls(settings.rest(), BUDGET);
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(BUDGET, 100, Duration.ofSeconds(10), null));
    }

    @Override
    public RefusalRules refusals() {
        return new KrakenFuturesRefusals();
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing(API + "instruments", 1));
    }

    /** There is no call for the time alone: this is the shortest answer that has it. */
    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll(API + "instruments/status", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return EpochTime.iso("serverTime", JsonReader.read(body).text("serverTime"));
    }

    /** Missing trades come with the stream itself, which begins with the newest. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return slow(kind, instrument, Origin.REPAIR, hole.from(), hole.to());
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return slow(kind, instrument, Origin.BACKFILL, from, to);
    }

    private List<RestCall> slow(Kind kind, InstrumentId id, Origin origin, long from, long to) {
        return switch (kind) {
            case CANDLE -> candles(id, origin, from, to);
            case FUNDING_RATE -> id.market() == Market.PERPETUAL ? List.of(call(funding(id, from / 1_000), origin)) : List.of();
            default -> List.of();
        };
    }

    private static String funding(InstrumentId id, long since) {
        return API + "historical-funding-rates?" + RestCalls.query("symbol", id.symbol()) + "#"
                + KrakenFuturesFunding.SINCE + "=" + since;
    }

    /** Each interval from the candle that was open at the start. */
    private List<RestCall> candles(InstrumentId id, Origin origin, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (String interval : settings.candleIntervals()) {
            Duration length = length(interval);
            long first = Math.max(0, from - length.toNanos() / 1_000);
            pages.addAll(TimePages.of(
                    first, to, length, CANDLES, (start, end) -> call(candles(id, interval, start, end), origin)));
        }
        return pages;
    }

    private static Duration length(String interval) {
        return Objects.requireNonNull(KrakenFuturesCharts.INTERVALS.get(interval));
    }

    /** Times are epoch milliseconds, those of the question seconds. */
    private static String candles(InstrumentId id, String interval, long from, long to) {
        return "/api/charts/v1/trade/" + id.symbol() + "/" + interval + "?"
                + RestCalls.query("from", from / 1_000, "to", to / 1_000);
    }

    private RestCall call(String pathAndQuery, Origin origin) {
        return origin == Origin.REPAIR ? calls.repair(pathAndQuery, 1) : calls.history(pathAndQuery, 1);
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        for (Instrument instrument : instruments) {
            if (instrument.live() && kinds.contains(Kind.CANDLE)) {
                settings.candleIntervals().forEach(interval -> polls.add(newest(instrument.id(), interval)));
            }
            if (instrument.live()
                    && kinds.contains(Kind.FUNDING_RATE)
                    && instrument.id().market() == Market.PERPETUAL) {
                polls.add(settled(instrument.id()));
            }
        }
        return polls;
    }

    /** The running candle and three before it. */
    private Poll newest(InstrumentId id, String interval) {
        long reach = length(interval).multipliedBy(3).toMillis();
        return new Poll(
                "candle:" + interval + ":" + id.symbol(),
                Set.of(Kind.CANDLE),
                id,
                settings.candlesEvery(),
                now -> calls.poll(candles(id, interval, now / 1_000 - reach, now / 1_000), 1));
    }

    private Poll settled(InstrumentId id) {
        return new Poll(
                "settled_funding:" + id.symbol(),
                Set.of(Kind.FUNDING_RATE),
                id,
                settings.settledFundingEvery(),
                now -> calls.poll(funding(id, now / 1_000 - FUNDING_MILLIS), 1));
    }
}
