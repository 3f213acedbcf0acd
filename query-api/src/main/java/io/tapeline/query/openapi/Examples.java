package io.tapeline.query.openapi;

import io.tapeline.query.dataset.Column;
import io.tapeline.query.dataset.ColumnType;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.SummaryField;
import io.tapeline.query.web.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer as an example: made up, but with every member. */
final class Examples {
    private static final String TIME = "2025-11-14T10:30:15.000000Z";
    private static final List<List<BigDecimal>> LEVELS =
            List.of(List.of(new BigDecimal("50123.40"), new BigDecimal("1.250")));

    /** What the value of a member of that name looks like. */
    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("id", "binance_BTCUSDT_12345"),
            Map.entry("exchange", "binance"),
            Map.entry("market", "spot"),
            Map.entry("symbol", "BTCUSDT"),
            Map.entry("trade_id", "12345"),
            Map.entry("sequence", 4711),
            Map.entry("price", new BigDecimal("50123.45")),
            Map.entry("size", new BigDecimal("2.5")),
            Map.entry("base_size", new BigDecimal("2.5")),
            Map.entry("value_usd", new BigDecimal("125308.63")),
            Map.entry("bids", LEVELS),
            Map.entry("asks", LEVELS),
            Map.entry("rate", new BigDecimal("0.00010000")),
            Map.entry("rate_8h", new BigDecimal("0.00010000")),
            Map.entry("interval", "1m"),
            Map.entry("period", "5m"),
            Map.entry("base", "BTC"),
            Map.entry("quote", "USDT"),
            Map.entry("unified_symbol", "BTC/USDT"),
            Map.entry("exchanges", List.of("binance")),
            Map.entry("symbols", List.of("BTCUSDT")),
            Map.entry("failed_symbols", List.of()),
            Map.entry("failures", List.of()),
            Map.entry("unsupported", List.of()),
            Map.entry("underlying", "BTC"),
            Map.entry("underlyings", List.of("BTC")),
            Map.entry("expiries", List.of("2026-12-25")),
            Map.entry("trade_date", "2025-11-13"),
            Map.entry("latest_trade_date", "2025-11-13"),
            Map.entry("feed", "binance"),
            Map.entry("state", "live"),
            Map.entry("cause", "disconnect"));

    private Examples() {}

    static Map<String, Object> envelope(Dataset dataset) {
        Map<String, Object> row = new LinkedHashMap<>();
        dataset.columns().forEach(c -> row.put(c.name(), cell(c)));
        Map<String, Object> summary = new LinkedHashMap<>();
        dataset.summary().fields().forEach(f -> summary.put(f.name(), cell(f)));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("count", 1);
        data.put(dataset.key(), List.of(row));
        data.put("summary", summary);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("data", data);
        envelope.put("filters", Map.of("hours", 24));
        envelope.put("timestamp", "2025-11-14T12:00:00Z");
        return envelope;
    }

    /** What a problem looks like. */
    static Map<String, Object> problem() {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("parameter", "hours");
        violation.put("expected", "a number of hours above 0 and at most 876000");
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("success", false);
        problem.put("type", Problem.TYPE_PREFIX + "invalid-parameter");
        problem.put("title", "Invalid parameter");
        problem.put("status", 400);
        problem.put("detail", "hours: expected a number of hours above 0 and at most 876000");
        problem.put("instance", "/api/v1/exchange/trades");
        problem.putAll(violation);
        problem.put("errors", List.of(violation));
        return problem;
    }

    private static Object cell(Column column) {
        if (!column.constants().isEmpty() && !column.name().equals("market")) {
            return column.constants().getFirst();
        }
        return cell(column.name(), column.type());
    }

    private static Object cell(SummaryField field) {
        return switch (field) {
            case SummaryField.Plain plain -> cell(plain.name(), plain.type());
            case SummaryField.Each each -> List.of();
            case SummaryField.Mean mean -> new BigDecimal("0.00010000");
        };
    }

    private static Object cell(String name, ColumnType type) {
        Object known = BY_NAME.get(name);
        if (known != null) {
            return known;
        }
        return switch (type) {
            case TEXT -> name;
            case NUMBER -> new BigDecimal("1.5");
            case COUNT -> 1;
            case FLAG -> false;
            case TIME -> TIME;
            case JSON -> Map.of();
        };
    }
}
