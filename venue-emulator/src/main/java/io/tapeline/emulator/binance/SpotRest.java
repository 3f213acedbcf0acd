package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The REST calls of spot. */
final class SpotRest {
    private final VenueContext context;
    private final Map<String, SpotSymbol> symbols;
    private final WeightBudget budget;

    SpotRest(VenueContext context, Map<String, SpotSymbol> symbols) {
        this.context = context;
        this.symbols = symbols;
        budget = new WeightBudget(context.settings().limits(Dialect.SPOT.prefix(), Dialect.SPOT.limits()));
    }

    RestAnswer answer(RestRequest request) {
        Optional<RestAnswer> refused =
                budget.charge(weight(request), context.engine().now());
        return refused.orElseGet(() -> allowed(request))
                .header("X-MBX-USED-WEIGHT", budget.used())
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
            case "/api/v3/ping" -> RestAnswer.ok("{}");
            case "/api/v3/time" -> RestAnswer.ok("{\"serverTime\":" + now() + "}");
            case "/api/v3/exchangeInfo" -> RestAnswer.ok(SpotExchangeInfo.text(asked(request), now()));
            case "/api/v3/depth" ->
                RestAnswer.ok(SpotFrames.snapshot(symbol(parameters).market(), parameters.limit(100, 5000)));
            case "/api/v3/aggTrades" -> aggTrades(parameters);
            case "/api/v3/klines" -> klines(parameters);
            default -> RestErrors.noSuchPath(request.path());
        };
    }

    private RestAnswer aggTrades(Parameters parameters) {
        SpotSymbol symbol = symbol(parameters);
        return RestAnswer.ok(Tape.asked(symbol.market(), parameters, Long.MAX_VALUE).stream()
                .map(trade -> SpotFrames.tradeRow(symbol.spec(), trade))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private RestAnswer klines(Parameters parameters) {
        SpotSymbol symbol = symbol(parameters);
        Interval interval = parameters.interval();
        return RestAnswer.ok(Klines.asked(symbol.market().candles(), interval, parameters, 1000).stream()
                .map(bar -> KlineText.row(symbol.spec(), interval, bar))
                .collect(Collectors.joining(",", "[", "]")));
    }

    private Stream<SymbolSpec> asked(RestRequest request) {
        return request.parameter("symbol").isPresent()
                ? Stream.of(symbol(new Parameters(request)).spec())
                : symbols.values().stream().map(SpotSymbol::spec);
    }

    private SpotSymbol symbol(Parameters parameters) {
        SpotSymbol symbol = symbols.get(parameters.text("symbol"));
        if (symbol == null) {
            throw RestErrors.invalidSymbol();
        }
        return symbol;
    }

    private long now() {
        return context.now(Dialect.SPOT.prefix());
    }

    private static int weight(RestRequest request) {
        return switch (request.path()) {
            case "/api/v3/exchangeInfo" -> 20;
            case "/api/v3/depth" -> depthWeight(request);
            case "/api/v3/aggTrades" -> 4;
            case "/api/v3/klines" -> 2;
            default -> 1;
        };
    }

    private static int depthWeight(RestRequest request) {
        int limit = request.parameter("limit")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(100);
        return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1000 ? 50 : 250;
    }
}
