package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The REST calls of USD-M futures. */
final class UsdmRest {
    private static final String PREFIX = Dialect.USDM.prefix();
    private static final long HOUR_MILLIS = 3_600_000;
    private static final Set<Integer> DEPTHS = Set.of(5, 10, 20, 50, 100, 500, 1000);

    private final VenueContext context;
    private final Map<String, UsdmSymbol> symbols;
    private final WeightBudget budget;
    private final RequestLimit statistics = requests(1000);
    private final RequestLimit fundingCalls = requests(500);
    private final FuturesData data;
    private final FundingCalls funding;

    UsdmRest(VenueContext context, Map<String, UsdmSymbol> symbols) {
        this.context = context;
        this.symbols = symbols;
        budget = new WeightBudget(context.settings().limits(PREFIX, Dialect.USDM.limits()));
        data = new FuturesData(context, this::symbol);
        funding = new FundingCalls(this::listed, this::symbol);
    }

    RestAnswer answer(RestRequest request) {
        long now = context.engine().now();
        if (request.path().startsWith("/futures/data/")) {
            return statistics.charge(1, now).orElseGet(() -> allowed(request));
        }
        boolean ofFunding = request.path().startsWith("/fapi/v1/funding");
        Optional<RestAnswer> refused = ofFunding ? fundingCalls.charge(1, now) : Optional.empty();
        return refused.or(() -> budget.charge(UsdmWeights.of(request), now))
                .orElseGet(() -> allowed(request))
                .header("X-MBX-USED-WEIGHT-1M", budget.used());
    }

    private RestAnswer allowed(RestRequest request) {
        try {
            return route(request, new Parameters(request));
        } catch (RestErrors.BadRequest e) {
            return e.answer();
        }
    }

    private RestAnswer route(RestRequest request, Parameters parameters) {
        return switch (request.path()) {
            case "/fapi/v1/ping" -> RestAnswer.ok("{}");
            case "/fapi/v1/time" -> RestAnswer.ok("{\"serverTime\":" + now() + "}");
            case "/fapi/v1/exchangeInfo" ->
                RestAnswer.ok(UsdmExchangeInfo.text(listed().map(UsdmSymbol::contract), now()));
            case "/fapi/v1/depth" -> depth(parameters);
            case "/fapi/v1/aggTrades" -> aggTrades(parameters);
            case "/fapi/v1/klines" -> klines(parameters);
            case "/fapi/v1/markPriceKlines" -> markKlines(parameters);
            case "/fapi/v1/premiumIndex" -> premiumIndex(request, parameters);
            case "/fapi/v1/fundingRate" -> RestAnswer.ok(funding.rates(request, parameters));
            case "/fapi/v1/fundingInfo" -> RestAnswer.ok(funding.intervals());
            case "/fapi/v1/openInterest" -> RestAnswer.ok(data.openInterest(symbol(parameters)));
            default -> data.history(request, parameters).orElseGet(() -> RestErrors.noSuchPath(request.path()));
        };
    }

    private RestAnswer depth(Parameters parameters) {
        UsdmSymbol symbol = symbol(parameters);
        int limit = parameters.limit(500, 1_000_000);
        if (!DEPTHS.contains(limit)) {
            throw new RestErrors.BadRequest(-4021, limit + " is not valid depth limit");
        }
        return RestAnswer.ok(UsdmFrames.snapshot(symbol.market(), limit, now()));
    }

    private RestAnswer aggTrades(Parameters parameters) {
        UsdmSymbol symbol = symbol(parameters);
        return RestAnswer.ok(Tape.asked(symbol.market(), parameters, HOUR_MILLIS).stream()
                .map(trade -> UsdmFrames.tradeRow(symbol.spec(), trade))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private RestAnswer klines(Parameters parameters) {
        UsdmSymbol symbol = symbol(parameters);
        Interval interval = parameters.interval();
        return RestAnswer.ok(Klines.asked(symbol.market().candles(), interval, parameters, 1500).stream()
                .map(bar -> KlineText.row(symbol.spec(), interval, bar))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private RestAnswer markKlines(Parameters parameters) {
        UsdmSymbol symbol = symbol(parameters);
        Interval interval = parameters.interval();
        return RestAnswer.ok(Klines.asked(symbol.marks().candles(), interval, parameters, 1500).stream()
                .map(bar -> KlineText.markRow(symbol.marks().spec(), interval, bar))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private RestAnswer premiumIndex(RestRequest request, Parameters parameters) {
        if (request.parameter("symbol").isPresent()) {
            return RestAnswer.ok(premiumIndex(symbol(parameters)));
        }
        return RestAnswer.ok(listed().map(this::premiumIndex).collect(Collectors.joining(",", "[", "]")));
    }

    private String premiumIndex(UsdmSymbol symbol) {
        return UsdmFrames.premiumIndex(symbol.contract(), symbol.marks().at(now()), now());
    }

    private Stream<UsdmSymbol> listed() {
        return symbols.values().stream().filter(symbol -> symbol.contract().listed());
    }

    private UsdmSymbol symbol(Parameters parameters) {
        UsdmSymbol symbol = symbols.get(parameters.text("symbol"));
        if (symbol == null || !symbol.contract().listed()) {
            throw RestErrors.invalidSymbol();
        }
        return symbol;
    }

    /** A limit apart from the weight. */
    private static RequestLimit requests(int most) {
        return new RequestLimit(most, Duration.ofMinutes(5), wait -> RestErrors.of(
                        429, -1003, "Too many requests; current limit is " + most + " requests per 5 minutes.")
                .header("Retry-After", Math.ceilDiv(wait, 1000)));
    }

    private long now() {
        return context.now(PREFIX);
    }
}
