package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls to the three APIs. None publishes its limits: the budgets are what the polls need and some more, with the web
 * client's own reading of prices, once a second, as the measure.
 */
final class GmxRest implements VenueRest {
    private static final String KEEPER_BUDGET = "gmx-keeper";
    private static final Set<Kind> OF_PRICES = EnumSet.of(Kind.MARK_PRICE, Kind.QUOTE);
    private static final Set<Kind> OF_STATES = EnumSet.of(Kind.FUNDING_RATE, Kind.BORROW_RATE, Kind.OPEN_INTEREST);
    private static final Set<Kind> OF_TRADES = EnumSet.of(Kind.TRADE, Kind.LIQUIDATION);
    private static final long MICROS = 1_000_000;
    /** Allows for a clock of the venue that is ahead of ours. */
    private static final long AHEAD_SECONDS = 86_400;

    private final GmxSettings settings;
    private final GmxHosts hosts;
    private final RestCalls keeper;
    private final RestCalls api;
    private final GmxCandleCalls candles;
    private final GmxFundingHistory funding;

    GmxRest(GmxSettings settings) {
        this.settings = settings;
        this.hosts = new GmxHosts(settings);
        this.keeper = new RestCalls(settings.keepers().getFirst(), KEEPER_BUDGET);
        this.api = new RestCalls(settings.apis().getFirst(), GmxTradeSearch.BUDGET);
        this.candles = new GmxCandleCalls(keeper, settings);
        this.funding = new GmxFundingHistory(settings);
    }

    @Override
    public List<RestBudget> budgets() {
        Duration minute = Duration.ofMinutes(1);
        return List.of(
                new RestBudget(KEEPER_BUDGET, 300, minute, null),
                new RestBudget(GmxTradeSearch.BUDGET, 120, minute, null),
                new RestBudget(GmxFundingHistory.BUDGET, 60, minute, null));
    }

    /** Tokens first: they tell the decimals of the markets' index tokens. */
    @Override
    public List<RestCall> instruments() {
        return List.of(keeper.listing("/tokens", 1), keeper.listing("/markets", 1));
    }

    @Override
    public List<URI> mirrors(URI uri) {
        return hosts.mirrors(uri);
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        List<Instrument> markets = instruments.stream().filter(Instrument::live).toList();
        if (markets.isEmpty()) {
            return List.of();
        }
        return Stream.of(ofAll(markets, kinds), candles.polls(markets, kinds), funding.polls(markets, kinds))
                .flatMap(polls -> polls)
                .toList();
    }

    private Stream<Poll> ofAll(List<Instrument> markets, Set<Kind> kinds) {
        RestCall prices = keeper.poll("/prices/tickers#" + RestCalls.query(GmxPrices.MARKETS, named(markets)), 1);
        RestCall states = api.poll("/v1/markets/tickers", 1);
        return Stream.of(
                        new Poll(
                                "prices",
                                common(OF_PRICES, kinds),
                                GmxMarkets.all(),
                                settings.pricesEvery(),
                                now -> prices),
                        new Poll(
                                "states",
                                common(OF_STATES, kinds),
                                GmxMarkets.all(),
                                settings.ratesEvery(),
                                now -> states),
                        new Poll(
                                "trades",
                                common(OF_TRADES, kinds),
                                GmxMarkets.all(),
                                settings.tradesEvery(),
                                this::trades))
                .filter(poll -> !poll.kinds().isEmpty());
    }

    private static Set<Kind> common(Set<Kind> brought, Set<Kind> wanted) {
        Set<Kind> kinds = EnumSet.copyOf(brought);
        kinds.retainAll(wanted);
        return kinds;
    }

    private static String named(List<Instrument> markets) {
        return String.join(
                ",",
                markets.stream()
                        .map(market -> market.symbol() + ":" + market.base())
                        .toList());
    }

    /** The last minutes up to now: trades are indexed after the chain has them, and a reading may fail. */
    private RestCall trades(long now) {
        long seconds = now / MICROS;
        return GmxTradeSearch.between(
                api,
                seconds - settings.tradesOverlap().toSeconds(),
                seconds + AHEAD_SECONDS,
                Priority.POLL,
                Origin.LIVE);
    }

    /** Trades and liquidations of the whole venue, candles and hourly funding of a market. */
    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole, InstrumentLookup instruments) {
        return switch (kind) {
            case TRADE, LIQUIDATION ->
                List.of(GmxTradeSearch.between(
                        api, hole.from() / MICROS, hole.to() / MICROS + 1, Priority.REPAIR, Origin.REPAIR));
            default -> slow(kind, instrument, hole.from(), hole.to(), Origin.REPAIR, instruments);
        };
    }

    /** Candles and hourly funding. */
    @Override
    public List<RestCall> history(
            Kind kind, InstrumentId instrument, long from, long to, InstrumentLookup instruments) {
        return slow(kind, instrument, from, to, Origin.BACKFILL, instruments);
    }

    private List<RestCall> slow(
            Kind kind, InstrumentId id, long from, long to, Origin origin, InstrumentLookup instruments) {
        Instrument market = instruments.find(id.symbol());
        if (market == null) {
            return List.of();
        }
        return switch (kind) {
            case CANDLE -> candles.between(market, from, to, origin);
            case FUNDING_RATE -> List.of(funding.between(market, from, to, origin));
            default -> List.of();
        };
    }
}
