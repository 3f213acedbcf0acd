package io.tapeline.query.store;

import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Order;
import io.tapeline.query.dataset.Order.KeyColumn;
import io.tapeline.query.request.Cursor;
import io.tapeline.query.request.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of a question, put together from its dataset's definition. */
final class Statements {
    private final Question question;
    private final Dataset dataset;
    private final Conditions conditions;

    Statements(Question question, List<Listed> instruments) {
        this.question = question;
        this.dataset = question.dataset();
        this.conditions = new Conditions(question, instruments);
    }

    /** The page and one row more, which tells whether another page follows. */
    Statement page() {
        Map<String, Object> bindings = new LinkedHashMap<>(conditions.bindings());
        bindings.put("fetch", question.limit() + 1);
        List<String> after = question.cursor() == null ? List.of() : List.of(after(question.cursor(), bindings));
        String ordered = orderBy() + " LIMIT :fetch";
        return switch (dataset.order().lookup()) {
            case TOGETHER -> {
                List<String> where = all(Conditions.joined(conditions.rows(), after));
                yield statement(dataset.relation(), Conditions.and(where), ordered, bindings);
            }
            case BY_INSTRUMENT -> {
                String source = eachInstrument(Conditions.joined(conditions.rowsOfInstrument(), after), ordered);
                yield statement("(" + source + ordered + ")", "true", ordered, bindings);
            }
            case NEWEST_OF_INSTRUMENT -> {
                String source = eachInstrument(conditions.windowOfInstrument(), " ORDER BY r.key_time DESC LIMIT 1");
                List<String> where = Conditions.joined(conditions.filters(), after);
                yield statement("(" + source + ")", Conditions.and(where), ordered, bindings);
            }
        };
    }

    /** Some rows of each instrument, found by the index on its key. */
    private String eachInstrument(List<String> rows, String some) {
        String where = Conditions.and(with("r.instrument_id = i.id", rows));
        // Each relation by its own index: a union of several would be sorted whole.
        String found = dataset.relations().stream()
                .map(relation -> "(SELECT * FROM " + relation + " AS r WHERE " + where + some + ")")
                .collect(Collectors.joining(" UNION ALL "));
        String rowsFound = dataset.relations().size() == 1 ? found : "(SELECT * FROM (" + found + ") AS r" + some + ")";
        return "SELECT r.* FROM " + conditions.instruments() + " AS i CROSS JOIN LATERAL " + rowsFound + " AS r";
    }

    /**
     * The newest row of each instrument.
     *
     * @param known names of instruments to leave out, {@code exchange/market/symbol}
     */
    Statement newest(List<String> known) {
        Map<String, Object> bindings = new LinkedHashMap<>(conditions.bindings());
        bindings.put("known", known.toArray(String[]::new));
        bindings.put("fetch", question.limit());
        return statement(
                "(" + eachInstrument(conditions.rowsOfInstrument(), orderBy() + " LIMIT 1") + ")",
                "NOT (exchange || '/' || market || '/' || symbol = ANY(:known))",
                " ORDER BY exchange, market, symbol LIMIT :fetch",
                bindings);
    }

    /** One row about everything the filters match; its columns are those of {@link io.tapeline.query.dataset.Summary#columns}. */
    Statement summary() {
        List<String> columns = dataset.summary().columns();
        String sql = dataset.summary()
                .sql()
                .replace("{relation}", dataset.relation())
                .replace("{instruments}", conditions.instruments())
                .replace("{where}", Conditions.and(all(conditions.rows())))
                .replace("{rows}", Conditions.and(conditions.rowsOfInstrument()));
        return new Statement(
                "SELECT " + String.join(", ", columns) + " FROM (" + sql + ") AS summary",
                conditions.bindings(),
                columns.size());
    }

    private Statement statement(String source, String where, String rest, Map<String, Object> bindings) {
        List<String> cells = dataset.cells();
        String sql = "SELECT " + String.join(", ", cells) + " FROM " + source + " AS r WHERE " + where + rest;
        return new Statement(sql, bindings, cells.size());
    }

    private List<String> all(List<String> rows) {
        return Stream.concat(conditions.scope(dataset.scope()).stream(), rows.stream())
                .toList();
    }

    private String orderBy() {
        String direction = dataset.order().descending() ? " DESC" : "";
        return dataset.order().columns().stream()
                .map(c -> "r." + c.quoted() + direction)
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private String after(Cursor cursor, Map<String, Object> bindings) {
        Order order = dataset.order();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < order.columns().size(); i++) {
            bindings.put("after_" + i, cursor.key().get(i));
            values.add(":after_" + i);
        }
        String columns = order.columns().stream().map(KeyColumn::quoted).collect(Collectors.joining(", "));
        String first = order.columns().getFirst().quoted();
        String sign = order.descending() ? "<" : ">";
        // The first column alone as well, because that is what an index and chunks can use.
        return first + " " + sign + "= :after_0 AND (" + columns + ") " + sign + " (" + String.join(", ", values) + ")";
    }

    private static List<String> with(String condition, List<String> others) {
        return Stream.concat(Stream.of(condition), others.stream()).toList();
    }
}
