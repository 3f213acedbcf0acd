package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.decode.TimePages;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Public REST calls, https://docs.cdp.coinbase.com/api-reference/exchange-api/rest-api. */
final class CoinbaseRest implements VenueRest {
    private static final String BUDGET = "coinbase-exchange";

    /** The venue gives 10 requests a second, and 15 at once to who was quiet before: those are left as slack. */
    private static final int REQUESTS_A_SECOND = 10;

    /** With 429 the venue does not tell how long to wait; its allowance of 15 fills up again in a second and a half. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final int TRADES = 1000;

    /** One below the limit of 300, which counts both ends. */
    private static final int CANDLES = 299;

    /** Candles are read when a minute may have ended, the last few so that one missed reading costs nothing. */
    private static final Duration CANDLES_EVERY = Duration.ofMinutes(1);

    private static final int LAST_CANDLES = 5;

    private final RestCalls calls;
    private final List<CoinbaseGranularity> granularities;

    CoinbaseRest(CoinbaseSettings settings) {
        this.calls = new RestCalls(settings.rest(), BUDGET);
        this.granularities = settings.granularities();
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(BUDGET, REQUESTS_A_SECOND, Duration.ofSeconds(1), null));
    }

    @Override
    public RefusalRules refusals() {
        return RefusalRules.quietFor(QUIET);
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing("/products", 1));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll("/time", 1));
    }

    /** Reads {@code {"iso":"2026-11-20T10:00:00.123Z","epoch":1795168800.123}}. */
    @Override
    public long serverTime(byte[] body) {
        return JsonReader.read(body).iso("iso");
    }

    /** Trades by their ids; candles of every configured interval by time. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return switch (kind) {
            case TRADE -> hole.hasIds() ? List.of(trades(instrument, hole)) : List.of();
            case CANDLE -> candles(instrument, hole.from(), hole.to(), query -> calls.repair(query, 1));
            default -> List.of();
        };
    }

    /** The lowest missing ids: {@code after} is the id above the page. */
    private RestCall trades(InstrumentId instrument, Hole hole) {
        long last = Math.min(hole.lastId(), hole.firstId() + TRADES - 1);
        String query = RestCalls.query("after", last + 1, "limit", last - hole.firstId() + 1);
        return calls.repair(path(instrument, "trades") + query, 1);
    }

    /** Candles alone: trades of the past are found by their ids, not by a time. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.CANDLE ? candles(instrument, from, to, query -> calls.history(query, 1)) : List.of();
    }

    private List<RestCall> candles(InstrumentId instrument, long from, long to, Function<String, RestCall> call) {
        List<RestCall> pages = new ArrayList<>();
        for (CoinbaseGranularity granularity : granularities) {
            long first = Math.max(0, from - granularity.length().toMillis() * 1_000 + 1);
            pages.addAll(TimePages.of(
                    first,
                    to,
                    granularity.length(),
                    CANDLES,
                    (start, end) -> call.apply(candles(instrument, granularity, start, end))));
        }
        return pages;
    }

    /** The venue counts seconds, and rejects what is more than a page. */
    private static String candles(InstrumentId instrument, CoinbaseGranularity granularity, long from, long until) {
        return path(instrument, "candles")
                + RestCalls.query(
                        "granularity",
                        granularity.seconds(),
                        "start",
                        Math.floorDiv(from, 1_000),
                        "end",
                        Math.ceilDiv(until, 1_000));
    }

    private static String path(InstrumentId instrument, String what) {
        return "/products/" + instrument.symbol() + "/" + what + "?";
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        if (!kinds.contains(Kind.CANDLE)) {
            return List.of();
        }
        return instruments.stream()
                .filter(Instrument::live)
                .flatMap(instrument -> granularities.stream().map(length -> lastCandles(instrument.id(), length)))
                .toList();
    }

    private Poll lastCandles(InstrumentId id, CoinbaseGranularity length) {
        return new Poll(
                "candles_" + length.interval() + ":" + id.symbol(), Set.of(Kind.CANDLE), id, CANDLES_EVERY, now -> {
                    long until = now / 1_000;
                    long from = until - LAST_CANDLES * length.length().toMillis();
                    return calls.poll(candles(id, length, from, until), 1);
                });
    }
}
