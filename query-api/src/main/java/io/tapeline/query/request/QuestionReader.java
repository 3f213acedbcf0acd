package io.tapeline.query.request;

import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Filter;
import io.tapeline.query.dataset.Window;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns query parameters into a question, or names everything that is wrong with them. */
@Component
public final class QuestionReader {
    private static final BigDecimal ANY_AMOUNT = BigDecimal.TEN.pow(60);

    private final Clock clock;

    public QuestionReader(Clock clock) {
        this.clock = clock;
    }

    /** @param accepted the form that the request's headers ask for */
    public Reading read(Dataset asked, Map<String, List<String>> parameters, Format accepted) {
        boolean windowed = WindowReader.PARAMETERS.stream().anyMatch(parameters::containsKey);
        Dataset dataset = windowed ? asked : asked.withoutWindow();
        List<String> known = Parameter.of(dataset).stream().map(Parameter::name).toList();
        ParameterReader in = new ParameterReader(parameters, known);
        String exchange = in.text("exchange");
        String market = in.choice("market", Parameter.MARKETS);
        String symbol = in.text("symbol");
        Map<Filter, Object> filters = filters(dataset, in);
        boolean live = dataset.live() && Boolean.TRUE.equals(in.flag("live"));
        WindowReader.Read window = dataset == asked
                ? WindowReader.read(in, dataset.window() != Window.OPTIONAL, clock.instant())
                : WindowReader.lastDay(clock.instant());
        int fingerprint = Objects.hash(dataset.path(), in.echo().toString());
        Format format = format(in, accepted);
        int limit = limit(in);
        boolean numbersAsText = numbersAsText(in);
        boolean summary = !"false".equals(flagText(in, "summary"));
        Cursor cursor = cursor(in, dataset, live, fingerprint);
        if (!in.violations().isEmpty()) {
            return new Reading.Refused(List.copyOf(in.violations()));
        }
        return new Question(
                dataset,
                exchange == null ? null : exchange.toLowerCase(java.util.Locale.ROOT),
                market == null ? dataset.scope().onlyMarket() : market,
                symbol,
                cursor == null ? window.range() : cursor.range(),
                window.openEnded(),
                filters,
                limit,
                cursor,
                format,
                numbersAsText,
                summary,
                live,
                fingerprint,
                in.echo());
    }

    private static Map<Filter, Object> filters(Dataset dataset, ParameterReader in) {
        Map<Filter, Object> values = new LinkedHashMap<>();
        for (Filter filter : dataset.filters()) {
            Object value = value(filter, in);
            if (value != null && !(filter.type() == Filter.Type.SWITCH && value.equals(false))) {
                values.put(filter, value);
            }
        }
        return values;
    }

    private static @Nullable Object value(Filter filter, ParameterReader in) {
        return switch (filter.type()) {
            case TEXT -> in.text(filter.name());
            case CHOICE -> in.choice(filter.name(), filter.values());
            case FLAG, SWITCH -> in.flag(filter.name());
            case DATE -> in.day(filter.name());
            case AMOUNT -> in.amount(filter.name(), "a decimal number that is not negative", ANY_AMOUNT);
        };
    }

    private static Format format(ParameterReader in, Format accepted) {
        String raw = in.raw("format");
        if (raw == null) {
            return accepted;
        }
        if (raw.equalsIgnoreCase("parquet")) {
            in.refuse("format", "one of json, ndjson, csv; parquet is not available yet");
            return accepted;
        }
        for (Format format : Format.values()) {
            if (format.name().equalsIgnoreCase(raw)) {
                return format;
            }
        }
        in.refuse("format", "one of " + String.join(", ", Parameter.FORMATS));
        return accepted;
    }

    private static int limit(ParameterReader in) {
        String raw = in.raw("limit");
        if (raw == null) {
            return Parameter.DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(raw);
            if (limit >= 1 && limit <= Parameter.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        in.refuse("limit", "a whole number from 1 to " + Parameter.MAX_LIMIT);
        return Parameter.DEFAULT_LIMIT;
    }

    private static boolean numbersAsText(ParameterReader in) {
        String raw = in.raw("numbers");
        if (raw != null && !raw.equals("string")) {
            in.refuse("numbers", "string, or nothing at all");
        }
        return raw != null;
    }

    private static @Nullable String flagText(ParameterReader in, String name) {
        String raw = in.raw(name);
        if (raw != null && !raw.equals("true") && !raw.equals("false")) {
            in.refuse(name, "true or false");
        }
        return raw;
    }

    private static @Nullable Cursor cursor(ParameterReader in, Dataset dataset, boolean live, int fingerprint) {
        String raw = in.raw("cursor");
        if (raw == null) {
            return null;
        }
        Cursor cursor = live ? null : Cursor.read(raw, dataset, fingerprint);
        if (cursor == null) {
            in.refuse(
                    "cursor",
                    live ? "no cursor with live=true" : "next_cursor of an earlier answer to the same filters");
        }
        return cursor;
    }
}
