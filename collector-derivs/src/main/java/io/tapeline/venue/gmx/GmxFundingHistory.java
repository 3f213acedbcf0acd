package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Queries for hourly snapshots of funding. Addresses must be spelled with their checksum: others find nothing. */
final class GmxFundingHistory {
    static final String BUDGET = "gmx-index";
    private static final String PATH = "/api/graphql";
    /** Rows of a page: six weeks of hours. */
    private static final int PAGE = 1_000;
    /** So that a few readings that failed cost nothing. */
    private static final Duration LOOKED_BACK = Duration.ofHours(6);

    private static final long MICROS = 1_000_000;

    private final GmxSettings settings;
    private final RestCalls calls;

    GmxFundingHistory(GmxSettings settings) {
        this.settings = settings;
        this.calls = new RestCalls(settings.index(), BUDGET);
    }

    Stream<Poll> polls(List<Instrument> markets, Set<Kind> kinds) {
        return kinds.contains(Kind.FUNDING_RATE)
                ? markets.stream()
                        .map(market -> new Poll(
                                "funding_history:" + market.symbol(),
                                Set.of(Kind.FUNDING_RATE),
                                market.id(),
                                settings.fundingHistoryEvery(),
                                now -> query(
                                        market,
                                        now / MICROS - LOOKED_BACK.toSeconds(),
                                        now / MICROS,
                                        Priority.POLL,
                                        Origin.LIVE)))
                : Stream.empty();
    }

    /**
     * @param from epoch microseconds, included
     * @param to epoch microseconds; at most {@value #PAGE} hours later
     */
    RestCall between(Instrument market, long from, long to, Origin origin) {
        Priority priority = origin == Origin.REPAIR ? Priority.REPAIR : Priority.BACKFILL;
        return query(market, from / MICROS, to / MICROS, priority, origin);
    }

    private RestCall query(Instrument market, long from, long to, Priority priority, Origin origin) {
        String query = "{ fundingRateSnapshots(where: {marketAddress_eq: \"" + market.symbol()
                + "\", snapshotTimestamp_gt: " + (from - 1) + ", snapshotTimestamp_lt: " + (to + 1)
                + "}, orderBy: snapshotTimestamp_ASC, limit: " + PAGE
                + ") { marketAddress snapshotTimestamp fundingFactorPerSecondLong fundingFactorPerSecondShort } }";
        return calls.post(
                PATH,
                RestCalls.query("market", market.symbol()),
                ControlMessages.json("query", query),
                1,
                priority,
                origin);
    }
}
