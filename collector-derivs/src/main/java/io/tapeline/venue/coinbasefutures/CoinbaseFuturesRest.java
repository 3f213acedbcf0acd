package io.tapeline.venue.coinbasefutures;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Public REST calls, https://docs.cdp.coinbase.com/api-reference/advanced-trade-api/rest-api/public. */
final class CoinbaseFuturesRest implements VenueRest {
    private static final String BUDGET = "coinbase-advanced";
    private static final String PRODUCTS = "/market/products?product_type=FUTURE";
    private static final int CANDLES = 350;
    private static final int TRADES = 1000;

    /** With 429 the venue does not tell how long to wait: it counts requests of one second. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** A page of trades cannot be longer and is not said to be cut: a busy minute has fewer. */
    private static final Duration TRADE_PAGE = Duration.ofMinutes(1);

    private final RestCalls calls;
    private final CoinbasePolls polls;
    private final List<CoinbaseGranularity> granularities;

    CoinbaseFuturesRest(CoinbaseFuturesSettings settings) {
        this.calls = new RestCalls(settings.rest(), BUDGET);
        this.polls = new CoinbasePolls(settings, calls);
        this.granularities = settings.granularities();
    }

    @Override
    public List<RestBudget> budgets() {
        return List.of(new RestBudget(BUDGET, 10, Duration.ofSeconds(1), null));
    }

    @Override
    public RefusalRules refusals() {
        return RefusalRules.quietFor(QUIET);
    }

    /** Public answers are cached for a second otherwise. */
    @Override
    public Map<String, String> headers(RestCall call) {
        return Map.of("cache-control", "no-cache");
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(calls.listing(PRODUCTS + "#" + CoinbaseListing.LISTING + "=only", 1));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(calls.poll("/time", 1));
    }

    /** Reads {@code {"iso":"..","epochSeconds":"1795168800","epochMillis":"1795168800123"}}. */
    @Override
    public long serverTime(byte[] body) {
        return EpochTime.millis("epochMillis", JsonReader.read(body).integer("epochMillis"));
    }

    /** Trades minute by minute; candles of every configured interval. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return switch (kind) {
            case TRADE ->
                TimePages.of(
                        hole.from(),
                        hole.to(),
                        TRADE_PAGE,
                        1,
                        (start, end) -> calls.repair(path(instrument, "ticker", start, end) + "&limit=" + TRADES, 1));
            case CANDLE -> candles(Origin.REPAIR, instrument, hole.from(), hole.to());
            default -> List.of();
        };
    }

    /** Candles alone: of funding, open interest and prices the venue has only the present. */
    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return kind == Kind.CANDLE ? candles(Origin.BACKFILL, instrument, from, to) : List.of();
    }

    private List<RestCall> candles(Origin origin, InstrumentId instrument, long from, long to) {
        List<RestCall> pages = new ArrayList<>();
        for (CoinbaseGranularity granularity : granularities) {
            long first = Math.max(0, from - granularity.length().toMillis() * 1_000 + 1);
            pages.addAll(TimePages.of(first, to, granularity.length(), CANDLES, (start, end) -> {
                String query = path(instrument, "candles", start, end) + "&granularity=" + granularity;
                return origin == Origin.REPAIR ? calls.repair(query, 1) : calls.history(query, 1);
            }));
        }
        return pages;
    }

    /** The venue counts seconds; both ends are included. */
    static String path(InstrumentId instrument, String what, long fromMillis, long untilMillis) {
        return "/market/products/" + instrument.symbol() + "/" + what + "?start=" + Math.floorDiv(fromMillis, 1_000)
                + "&end=" + Math.ceilDiv(untilMillis, 1_000);
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return polls.of(instruments, kinds);
    }

    /** What products are and what they are worth. */
    static String states(Collection<InstrumentId> products) {
        StringBuilder query = new StringBuilder(PRODUCTS);
        products.forEach(product -> query.append("&product_ids=").append(product.symbol()));
        return query.toString();
    }
}
