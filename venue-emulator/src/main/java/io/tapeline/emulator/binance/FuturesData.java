package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.Optional;
import java.util.function.Function;

/** Open interest and the statistics under {@code /futures/data}. */
final class FuturesData {
    private static final String PREFIX = Dialect.USDM.prefix();

    private final VenueContext context;
    private final Function<Parameters, UsdmSymbol> symbols;
    private final PositionStatistics statistics;

    FuturesData(VenueContext context, Function<Parameters, UsdmSymbol> symbols) {
        this.context = context;
        this.symbols = symbols;
        statistics = new PositionStatistics(context.settings().seed());
    }

    /** The ledger keeps what was handed out. */
    String openInterest(UsdmSymbol symbol) {
        long now = context.now(PREFIX);
        String body = Json.object()
                .decimal("openInterest", symbol.spec().size(), symbol.state().openInterest())
                .text("symbol", symbol.spec().symbol())
                .number("time", now)
                .end();
        context.ledger().produced(PREFIX, symbol.spec().symbol(), "open_interest", now, now, body);
        return body;
    }

    Optional<RestAnswer> history(RestRequest request, Parameters parameters) {
        long now = context.now(PREFIX);
        return switch (request.path()) {
            case "/futures/data/openInterestHist" ->
                ok(statistics.openInterest(symbols.apply(parameters), parameters, now));
            case "/futures/data/topLongShortAccountRatio",
                    "/futures/data/topLongShortPositionRatio",
                    "/futures/data/globalLongShortAccountRatio" ->
                ok(statistics.longShort(symbols.apply(parameters), request.path(), parameters, now));
            case "/futures/data/takerlongshortRatio" ->
                ok(statistics.taker(symbols.apply(parameters), parameters, now));
            default -> Optional.empty();
        };
    }

    private static Optional<RestAnswer> ok(String body) {
        return Optional.of(RestAnswer.ok(body));
    }
}
