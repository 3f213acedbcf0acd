package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.TimePages;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** REST calls that every category has, https://bybit-exchange.github.io/docs/v5/market. */
abstract class BybitRest implements VenueRest {
    private static final int CANDLES = 1000;

    /** The venue allows 600 in 5 s to an address, over all hosts and categories; each of the two feeds takes half. */
    private static final RestBudget BUDGET = new RestBudget(BybitCalls.BUDGET, 300, Duration.ofSeconds(5), null);

    private final BybitHosts hosts;
    private final List<BybitInterval> intervals;
    private final int trades;
    private final BybitCalls calls;

    /**
     * @param intervals of candles
     * @param trades how many of the newest trades the venue tells
     */
    BybitRest(BybitCategory category, BybitHosts hosts, List<BybitInterval> intervals, int trades) {
        this.hosts = hosts;
        this.intervals = intervals;
        this.trades = trades;
        this.calls = new BybitCalls(hosts, category);
    }

    final BybitCalls calls() {
        return calls;
    }

    @Override
    public final List<RestBudget> budgets() {
        return List.of(BUDGET);
    }

    @Override
    public final RefusalRules refusals() {
        return new BybitRefusals();
    }

    @Override
    public final List<URI> mirrors(URI uri) {
        return hosts.mirrors(uri);
    }

    @Override
    public final Optional<RestCall> time() {
        return Optional.of(calls.poll("time"));
    }

    /** Reads {@code {"result":{"timeSecond":"1688639403","timeNano":"1688639403423213947"}}}. */
    @Override
    public final long serverTime(byte[] body) {
        return EpochTime.nanos("timeNano", JsonReader.read(body).get("result").integer("timeNano"));
    }

    /** The newest trades, whenever the hole was; candles of every configured interval. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return switch (kind) {
            case TRADE -> List.of(calls.past(Origin.REPAIR, "recent-trade", instrument, "limit", trades));
            case CANDLE -> candles("kline", Origin.REPAIR, instrument, hole.from(), hole.to());
            default -> List.of();
        };
    }

    @Override
    public final boolean repairsNewestOnly(Kind kind) {
        return kind == Kind.TRADE;
    }

    /** Candles of trades. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.CANDLE ? candles("kline", Origin.BACKFILL, instrument, from, to) : List.of();
    }

    /** From the candle on that was running at the start. */
    final List<RestCall> candles(String path, Origin origin, InstrumentId instrument, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (BybitInterval interval : intervals) {
            long first = Math.max(0, from - interval.longest().toMillis() * 1_000 + 1);
            pages.addAll(TimePages.of(
                    first,
                    to,
                    interval.length(),
                    CANDLES,
                    (start, end) -> calls.past(
                            origin,
                            path,
                            instrument,
                            "interval",
                            interval.wireName(),
                            "start",
                            start,
                            "end",
                            end - 1,
                            "limit",
                            CANDLES)));
        }
        return pages;
    }
}
