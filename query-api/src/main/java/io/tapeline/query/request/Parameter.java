package io.tapeline.query.request;

import io.tapeline.model.instrument.Market;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A query parameter, for checking and for documentation.
 *
 * @param type JSON Schema type
 * @param example empty where trying it out should leave the parameter away
 * @param values all values it may have, or none when they are not a fixed set
 */
public record Parameter(String name, String type, String description, String example, List<String> values) {
    /** Most rows of a page. */
    public static final int MAX_LIMIT = 10_000;

    static final int DEFAULT_LIMIT = 100;
    static final List<String> MARKETS = Stream.of(Market.values())
            .map(m -> m.name().toLowerCase(Locale.ROOT))
            .toList();
    static final List<String> FORMATS = Stream.of(Format.values())
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final List<Parameter> COMMON = List.of(
            text("exchange", "Venue", "binance"),
            new Parameter("market", "string", "Kind of market", "perpetual", MARKETS),
            text(
                    "symbol",
                    "Venue symbol (BTCUSDT), unified symbol (BTC/USDT:USDT) or asset (BTC: its live spot, perpetual and"
                            + " future instruments unless market is given)",
                    "BTC"),
            new Parameter(
                    "hours",
                    "number",
                    "Length of the time window before now, or before to; 24 by default",
                    "24",
                    List.of()),
            text(
                    "from",
                    "Start of the time window, inclusive: an ISO-8601 date or time, UTC unless it says otherwise",
                    ""),
            text("to", "End of the time window, exclusive: an ISO-8601 date or time", ""),
            new Parameter("limit", "integer", "Rows of a page, 1 to 10000; 100 by default", "10", List.of()),
            text("cursor", "next_cursor of the page before, with the same filters", ""),
            new Parameter(
                    "format",
                    "string",
                    "Form of the answer; json unless the Accept header asks for another",
                    "",
                    FORMATS),
            new Parameter(
                    "numbers",
                    "string",
                    "string: numbers as strings, for readers that would round them",
                    "",
                    List.of("string")),
            flag("summary", "false: leave the summary out, which makes later pages of much data cheaper"));

    private static final Parameter LIVE =
            flag("live", "true: the newest row of each instrument, from memory where it is fresh");

    /** Every parameter that an endpoint takes. */
    public static List<Parameter> of(Dataset dataset) {
        List<Parameter> all = new ArrayList<>(COMMON);
        dataset.filters().stream().map(Parameter::of).forEach(all::add);
        if (dataset.live()) {
            all.add(LIVE);
        }
        return all;
    }

    private static Parameter of(Filter filter) {
        String type =
                switch (filter.type()) {
                    case TEXT, CHOICE, DATE -> "string";
                    case FLAG, SWITCH -> "boolean";
                    case AMOUNT -> "number";
                };
        return new Parameter(filter.name(), type, filter.description(), filter.example(), filter.values());
    }

    private static Parameter text(String name, String description, String example) {
        return new Parameter(name, "string", description, example, List.of());
    }

    private static Parameter flag(String name, String description) {
        return new Parameter(name, "boolean", description, "", List.of());
    }
}
