package io.tapeline.emulator.binance;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.server.RestRequest;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settled funding rates and intervals over REST. */
final class FundingCalls {
    private final Supplier<Stream<UsdmSymbol>> all;
    private final Function<Parameters, UsdmSymbol> one;

    FundingCalls(Supplier<Stream<UsdmSymbol>> all, Function<Parameters, UsdmSymbol> one) {
        this.all = all;
        this.one = one;
    }

    /** Oldest first; without times the newest. */
    String rates(RestRequest request, Parameters parameters) {
        OptionalLong start = parameters.number("startTime");
        long end = parameters.number("endTime").orElse(Long.MAX_VALUE);
        boolean newest = start.isEmpty() && end == Long.MAX_VALUE;
        int limit = parameters.limit(newest ? 200 : 100, 1000);
        List<FundingHistory.Row> rows = asked(request, parameters)
                .flatMap(symbol -> symbol.marks().funding().rows().stream())
                .filter(row -> row.time() >= start.orElse(0) && row.time() <= end)
                .sorted(Comparator.comparingLong(FundingHistory.Row::time))
                .toList();
        int from = start.isPresent() ? 0 : Math.max(0, rows.size() - limit);
        return rows.stream().skip(from).limit(limit).map(Marks::text).collect(Collectors.joining(",", "[", "]"));
    }

    /** Only symbols whose interval is not the usual one. */
    String intervals() {
        return all.get()
                .map(UsdmSymbol::contract)
                .filter(contract -> contract.perpetual() && contract.fundingHours() != 8)
                .map(contract -> Json.object()
                        .text("symbol", contract.spec().symbol())
                        .text("adjustedFundingRateCap", "0.02500000")
                        .text("adjustedFundingRateFloor", "-0.02500000")
                        .number("fundingIntervalHours", contract.fundingHours())
                        .flag("disclaimer", false)
                        .end())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Stream<UsdmSymbol> asked(RestRequest request, Parameters parameters) {
        return request.parameter("symbol").isPresent() ? Stream.of(one.apply(parameters)) : all.get();
    }
}
