package io.tapeline.query.store;

import io.tapeline.query.dataset.Filter;
import io.tapeline.query.dataset.Order.Lookup;
import io.tapeline.query.dataset.Scope;
import io.tapeline.query.dataset.Window;
import io.tapeline.query.request.Question;
import io.tapeline.query.request.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a question, with their values. */
final class Conditions {
    /** What an instrument's last events may be late by, after it ended. */
    private static final Duration AFTER_END = Duration.ofDays(1);

    /** The key's time is the timestamp cut to a second, for options to an interval of a minute at most. */
    private static final Duration COARSEST_CUT = Duration.ofMinutes(1);

    private final Question question;
    private final boolean named;
    private final Map<String, Object> bindings = new LinkedHashMap<>();

    /** @param instruments the instruments that the question's symbol means, if it names one */
    Conditions(Question question, List<Listed> instruments) {
        this.question = question;
        this.named = question.symbol() != null;
        bind("exchange", question.exchange());
        bind("market", question.market());
        if (named) {
            bindings.put("instruments", instruments.stream().map(Listed::id).toArray(Integer[]::new));
        }
        question.filters().forEach((filter, value) -> bindings.put(filter.name(), value));
        TimeRange range = question.range();
        if (range != null) {
            bindings.put("from", range.from());
            bindings.put("to", range.to());
            bindings.put("from_key", range.from().minus(COARSEST_CUT));
            bindings.put("ended_after", range.from().minus(AFTER_END));
        }
    }

    private void bind(String name, @Nullable Object value) {
        if (value != null) {
            bindings.put(name, value);
        }
    }

    Map<String, Object> bindings() {
        return bindings;
    }

    /** What a row must be, apart from its instrument, when rows of all instruments are looked at together. */
    List<String> rows() {
        return rows("\"timestamp\" >= :from AND \"timestamp\" < :to");
    }

    /**
     * The same when rows are looked up instrument by instrument, by key. Said so that the index on timestamp is kept out
     * of it: that one has the rows of all instruments, and would be read again for each.
     */
    List<String> rowsOfInstrument() {
        return joined(windowOfInstrument(), filters());
    }

    /** The window of them alone, for the newest row of an instrument, whatever the filters say of it. */
    List<String> windowOfInstrument() {
        return window("coalesce(\"timestamp\" >= :from AND \"timestamp\" < :to, true)");
    }

    /** What the dataset's own filters ask of a row. */
    List<String> filters() {
        return conditions(false);
    }

    private List<String> rows(String window) {
        return joined(window(window), filters());
    }

    private List<String> window(String condition) {
        boolean bounded = question.range() != null && question.dataset().window() != Window.RELATION;
        // The key's time is what keys and chunks go by.
        return bounded ? List.of("key_time >= :from_key AND key_time < :to", condition) : List.of();
    }

    private List<String> conditions(boolean ofInstrument) {
        return question.filters().keySet().stream()
                .filter(filter -> filter.ofInstrument() == ofInstrument)
                .map(Filter::condition)
                .toList();
    }

    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The common filters. */
    List<String> scope(Scope scope) {
        List<String> conditions = new ArrayList<>();
        if (question.exchange() != null) {
            conditions.add(scope.exchange());
        }
        if (question.market() != null) {
            conditions.add(scope.market());
        }
        if (named) {
            conditions.add(scope.instruments());
        }
        return conditions;
    }

    /**
     * The instruments in question, as a query. Those that ended before the window are left out: prediction markets bring
     * thousands a day, and each would cost a look into an index.
     */
    String instruments() {
        List<String> conditions = scope(Scope.INSTRUMENTS);
        conditions.addAll(conditions(true));
        if (question.dataset().scope().among() != null) {
            conditions.add(question.dataset().scope().among());
        }
        if (question.dataset().order().lookup() == Lookup.NEWEST_OF_INSTRUMENT) {
            conditions.add("s.ended_at IS NULL AND (s.expiry IS NULL OR s.expiry >= :to)");
        } else if (question.range() != null) {
            conditions.add("(s.ended_at IS NULL OR s.ended_at >= :ended_after)");
        }
        return "(SELECT l.id, l.exchange, l.symbol FROM store.instrument AS l"
                + " LEFT JOIN instruments AS s ON s.instrument_id = l.id WHERE " + and(conditions) + ")";
    }

    static String and(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }
}
