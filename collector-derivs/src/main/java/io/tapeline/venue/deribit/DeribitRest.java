package io.tapeline.venue.deribit;

import static io.tapeline.collector.decode.RestCalls.query;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * REST calls, https://docs.deribit.com. Calls with a key may come 20 times a second; what an address without one may do is
 * not told and less, so 10 are taken. {@code get_instruments} may come once a second; so much is what the host of old
 * trades was seen to bear.
 */
final class DeribitRest implements VenueRest {
    private static final String LISTING_BUDGET = "deribit-instruments";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RestCalls calls;
    private final DeribitRanges ranges;
    private final DeribitPolls polls;

    DeribitRest(DeribitSettings settings) {
        this.calls = new RestCalls(settings.rest(), DeribitPages.BUDGET);
        RestCalls old = new RestCalls(settings.history(), DeribitPages.HISTORY_BUDGET);
        this.ranges = new DeribitRanges(calls, old, settings.candleIntervals());
        this.polls = new DeribitPolls(settings, ranges);
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(
                new RestBudget(DeribitPages.BUDGET, 10, SECOND, null),
                new RestBudget(LISTING_BUDGET, 1, SECOND, null),
                new RestBudget(DeribitPages.HISTORY_BUDGET, 1, SECOND, null));
    }

    /** Combos are not asked for: their legs trade too. */
    @Override
    public List<RestCall> instruments() {
        return Stream.of("future", "option", "spot")
                .map(kind -> calls.drawing(LISTING_BUDGET)
                        .listing(
                                DeribitPages.API + "public/get_instruments?"
                                        + query("currency", "any", "kind", kind, "expired", false),
                                1))
                .toList();
    }

    @Override
    public RefusalRules refusals() {
        return new DeribitRefusals();
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll(DeribitPages.API + "public/get_time", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return DeribitAnswers.time(body);
    }

    /** Trades by their number, or by time where none is known; what is older than a day comes from the other host. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return kind == Kind.TRADE && hole.hasIds()
                ? List.of(ranges.numbered(instrument, hole.firstId(), hole.lastId()))
                : ranges.of(kind, instrument, Origin.REPAIR, hole.from() / 1_000, Math.ceilDiv(hole.to(), 1_000));
    }

    /** Candles, funding that was paid, DVOL; no trades, of which a day is millions. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.TRADE || kind == Kind.LIQUIDATION
                ? List.of()
                : ranges.of(kind, instrument, Origin.BACKFILL, from / 1_000, Math.ceilDiv(to, 1_000));
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return polls.of(instruments, kinds);
    }
}
