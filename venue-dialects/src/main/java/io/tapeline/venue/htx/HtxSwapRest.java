package io.tapeline.venue.htx;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.decode.TimePages;
import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REST calls of linear contracts. Market data and the rest have limits of their own, per address. */
final class HtxSwapRest implements VenueRest {
    /** In the fragment: epoch milliseconds to which pages are read back. */
    static final String SINCE = "since";

    private static final String API = "/linear-swap-api/v1/";
    private static final String MARKET_BUDGET = "htx-swap-market";
    private static final String PUBLIC_BUDGET = "htx-swap-public";

    /** The newest trades that the venue gives; there are no pages. */
    private static final int TRADES = 2000;

    private static final int CANDLES = 2000;
    private static final int FUNDING_PAGE = 50;
    private static final int INTEREST_ROWS = 200;

    /** The longest stretch of one question about liquidations. */
    private static final Duration LIQUIDATIONS = Duration.ofHours(48);

    private final HtxSettings settings;
    private final RestCalls market;
    private final RestCalls api;

    HtxSwapRest(HtxSettings settings) {
        this.settings = settings;
        this.market = new RestCalls(settings.swap().rest(), MARKET_BUDGET);
        this.api = market.drawing(PUBLIC_BUDGET);
    }

    /** The documented 120 in 3 seconds; the headers of 2026 say 240. */
    @Override
    public List<RestBudget> budgets() {
        return List.of(
                new RestBudget(MARKET_BUDGET, 800, Duration.ofSeconds(1), null),
                new RestBudget(PUBLIC_BUDGET, 120, Duration.ofSeconds(3), null));
    }

    @Override
    public RefusalRules refusals() {
        return new HtxRefusals();
    }

    @Override
    public List<RestCall> instruments() {
        return List.of(api.listing(API + "swap_contract_info?business_type=all", 1));
    }

    @Override
    public Optional<RestCall> time() {
        return Optional.of(api.poll("/api/v1/timestamp", 1));
    }

    @Override
    public long serverTime(byte[] body) {
        return EpochTime.millis("ts", JsonReader.read(body).integer("ts"));
    }

    /** The newest trades only: of a longer hole the older ones are lost. */
    @Override
    public boolean repairsNewestOnly(Kind kind) {
        return kind == Kind.TRADE;
    }

    @Override
    public List<RestCall> repair(Kind kind, InstrumentId instrument, Hole hole) {
        return kind == Kind.TRADE
                ? List.of(market.repair(
                        "/linear-swap-ex/market/history/trade?"
                                + RestCalls.query("contract_code", instrument.symbol(), "size", TRADES),
                        1))
                : slow(kind, instrument, Origin.REPAIR, hole.from(), hole.to());
    }

    @Override
    public List<RestCall> history(Kind kind, InstrumentId instrument, long from, long to) {
        return slow(kind, instrument, Origin.BACKFILL, from, to);
    }

    /** What has a history that can be asked for by time, or at least read back to one. */
    private List<RestCall> slow(Kind kind, InstrumentId id, Origin origin, long from, long to) {
        return switch (kind) {
            case CANDLE -> candles(id, origin, from, to);
            case LIQUIDATION -> liquidations(id, origin, from, to);
            case FUNDING_RATE ->
                id.market() == Market.PERPETUAL
                        ? List.of(
                                call(api, fundingHistory(id, FUNDING_PAGE) + "#" + SINCE + "=" + from / 1_000, origin))
                        : List.of();
            case OPEN_INTEREST ->
                origin == Origin.BACKFILL ? List.of(call(api, interestHistory(id), origin)) : List.of();
            default -> List.of();
        };
    }

    /** Each period from the candle that was open at the start. */
    private List<RestCall> candles(InstrumentId id, Origin origin, long from, long to) {
        List<RestCall> calls = new ArrayList<>();
        for (String period : settings.candleIntervals()) {
            Duration length = HtxPeriods.length(period);
            long first = Math.max(0, from - length.toNanos() / 1_000);
            calls.addAll(TimePages.of(first, to, length, CANDLES - 1, (start, end) -> {
                String range = RestCalls.query("from", start / 1_000, "to", end / 1_000);
                return call(market, candles(id, period) + "&" + range, origin);
            }));
        }
        return calls;
    }

    private static String candles(InstrumentId id, String period) {
        return "/linear-swap-ex/market/history/kline?"
                + RestCalls.query("contract_code", id.symbol(), "period", period);
    }

    private List<RestCall> liquidations(InstrumentId id, Origin origin, long from, long to) {
        return TimePages.of(from, to, LIQUIDATIONS, 1, (start, end) -> {
            String query = RestCalls.query(
                    "contract", id.symbol(), "trade_type", 0, "start_time", start, "end_time", end, "direct", "next");
            return call(api, "/linear-swap-api/v3/swap_liquidation_orders?" + query, origin);
        });
    }

    private static String fundingHistory(InstrumentId id, int rows) {
        return API + "swap_historical_funding_rate?"
                + RestCalls.query("contract_code", id.symbol(), "page_index", 1, "page_size", rows);
    }

    private static String interestHistory(InstrumentId id) {
        return API + "swap_his_open_interest?"
                + RestCalls.query(
                        "contract_code", id.symbol(), "period", "60min", "amount_type", 1, "size", INTEREST_ROWS);
    }

    private static RestCall call(RestCalls calls, String pathAndQuery, Origin origin) {
        return origin == Origin.REPAIR ? calls.repair(pathAndQuery, 1) : calls.history(pathAndQuery, 1);
    }

    /** The same question with another value of a parameter. */
    static RestCall following(String url, String parameter, long value) {
        String bare = url.replaceFirst("&" + parameter + "=[^&#]*", "");
        int end = bare.indexOf('#') < 0 ? bare.length() : bare.indexOf('#');
        String next = bare.substring(0, end) + "&" + parameter + "=" + value + bare.substring(end);
        return new RestCall(URI.create(next), PUBLIC_BUDGET, 1, Priority.BACKFILL, Origin.BACKFILL);
    }

    @Override
    public List<Poll> polls(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(Instrument::live)
                .flatMap(instrument -> polls(instrument.id(), kinds).stream())
                .toList();
    }

    /** Funding and ratios are those of perpetuals. */
    private List<Poll> polls(InstrumentId id, Set<Kind> kinds) {
        List<Poll> polls = new ArrayList<>();
        boolean perpetual = id.market() == Market.PERPETUAL;
        String contract = RestCalls.query("contract_code", id.symbol());
        if (kinds.contains(Kind.OPEN_INTEREST)) {
            polls.add(poll(id, Kind.OPEN_INTEREST, settings.openInterestEvery(), "swap_open_interest?" + contract));
        }
        if (kinds.contains(Kind.SETTLEMENT)) {
            String query = contract + "&page_index=1&page_size=10";
            polls.add(poll(id, Kind.SETTLEMENT, settings.settlementsEvery(), "swap_settlement_records?" + query));
        }
        if (kinds.contains(Kind.FUNDING_RATE) && perpetual) {
            RestCall call = api.poll(fundingHistory(id, 10), 1);
            polls.add(new Poll(
                    "settled_funding:" + id.symbol(), Kind.FUNDING_RATE, id, settings.settledFundingEvery(), call));
        }
        if (kinds.contains(Kind.LONG_SHORT_RATIO) && perpetual) {
            String query = contract + "&period=" + settings.ratioPeriod();
            for (String ratio : List.of("swap_elite_account_ratio?", "swap_elite_position_ratio?")) {
                polls.add(poll(id, Kind.LONG_SHORT_RATIO, settings.ratiosEvery(), ratio + query));
            }
        }
        if (kinds.contains(Kind.CANDLE)) {
            settings.candleIntervals().forEach(period -> polls.add(closedCandles(id, period)));
        }
        return polls;
    }

    private Poll poll(InstrumentId id, Kind kind, Duration every, String call) {
        String name = call.substring(0, call.indexOf('?')) + ":" + id.symbol();
        return new Poll(name, kind, id, every, api.poll(API + call, 1));
    }

    /** The running candle and two closed ones, so that one missed reading costs nothing. */
    private Poll closedCandles(InstrumentId id, String period) {
        RestCall call = market.poll(candles(id, period) + "&size=3", 1);
        return new Poll("candle:" + period + ":" + id.symbol(), Kind.CANDLE, id, settings.candlesEvery(), call);
    }
}
