package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * REST calls of three hosts: Gamma lists markets, the CLOB has books, the data API past trades. Each allows so much in any
 * ten seconds. Windows are asked for by their names, which follow from the time.
 */
final class PolymarketRest implements VenueRest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** Of its paths {@code /markets} allows the least. */
    static final RestBudget GAMMA = new RestBudget("polymarket-gamma", 300, WINDOW, null);

    static final RestBudget CLOB = new RestBudget("polymarket-clob", 1_500, WINDOW, null);
    static final RestBudget DATA = new RestBudget("polymarket-data", 200, WINDOW, null);

    /** From a window's end to the first question for its outcome, and from one to the next. */
    private static final Duration RESOLUTION_EVERY = Duration.ofSeconds(20);

    /** Gamma refuses who does not say what it is. */
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "tapeline", "Accept", "application/json");

    private final PolymarketSettings settings;
    private final RestCalls gamma;
    private final RestCalls clob;

    PolymarketRest(PolymarketSettings settings) {
        this.settings = settings;
        this.gamma = new RestCalls(settings.gamma(), GAMMA.name());
        this.clob = new RestCalls(settings.clob(), CLOB.name());
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(GAMMA, CLOB, DATA);
    }

    @Override
    public Map<String, String> headers(RestCall call) {
        return HEADERS;
    }

    /** None without a time. */
    @Override
    public List<RestCall> instruments() {
        return List.of();
    }

    /** The windows of every series from those that may still be unresolved to those subscribed ahead. */
    @Override
    public List<RestCall> instruments(long now) {
        Instant at = Instant.EPOCH.plus(now, ChronoUnit.MICROS);
        List<RestCall> calls = new ArrayList<>();
        for (String asset : settings.assets()) {
            for (Period period : settings.parsedPeriods()) {
                windows(period, at)
                        .forEach(start -> calls.add(
                                gamma.listing("/events?" + RestCalls.query("slug", period.slug(asset, start)), 1)));
            }
        }
        return calls;
    }

    private List<Instant> windows(Period period, Instant at) {
        List<Instant> starts = new ArrayList<>();
        Instant start = period.start(at.minus(settings.resolutionWait()));
        for (int ahead = 0; ahead <= settings.windowsAhead(); start = period.next(start)) {
            starts.add(start);
            ahead += period.next(start).isAfter(at) ? 1 : 0;
        }
        return starts;
    }

    @Override
    public Optional<Duration> listsEvery() {
        return Optional.of(settings.listsEvery());
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(clob.poll("/time", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return PolymarketAnswers.time(body);
    }

    @Override
    public Optional<RestCall> bookSnapshot(InstrumentId instrument) {
        return Optional.of(clob.listing("/book?" + RestCalls.query("token_id", instrument.symbol()), 1));
    }

    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole, InstrumentLookup instruments) {
        return trades(kind, instrument, hole.from(), hole.to(), Origin.REPAIR, instruments);
    }

    @Override
    public List<RestCall> history(
            Kind kind, InstrumentId instrument, long from, long to, InstrumentLookup instruments) {
        return trades(kind, instrument, from, to - 1, Origin.BACKFILL, instruments);
    }

    /** Books and best prices of the past are kept nowhere. */
    private List<RestCall> trades(
            Kind kind, InstrumentId token, long from, long to, Origin origin, InstrumentLookup instruments) {
        Instrument known = kind == Kind.TRADE ? instruments.find(token.symbol()) : null;
        return known == null
                ? List.of()
                : List.of(
                        PolymarketTradePages.of(gamma, PolymarketNames.slug(known), token.symbol(), from, to, origin));
    }

    /** The outcome of each market, asked for from its end on: the stream's word of it may be missing. */
    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        Map<String, Poll> bySlug = new LinkedHashMap<>();
        if (kinds.contains(Kind.SETTLEMENT)) {
            for (Instrument token : instruments) {
                Long expiry = token.expiry();
                if (token.live() && expiry != null) {
                    bySlug.computeIfAbsent(PolymarketNames.slug(token), slug -> resolution(slug, token.id(), expiry));
                }
            }
        }
        return List.copyOf(bySlug.values());
    }

    private Poll resolution(String slug, InstrumentId token, long expiry) {
        RestCall call = gamma.poll("/markets?" + RestCalls.query("slug", slug), 1);
        long every = RESOLUTION_EVERY.toMillis() * 1_000;
        return new Poll(
                "resolution:" + slug,
                Set.of(Kind.SETTLEMENT),
                token,
                RESOLUTION_EVERY,
                now -> call,
                now -> Math.max(now, expiry) + every);
    }
}
