package io.tapeline.query.dataset;

import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything about one endpoint: a new endpoint is a new definition.
 *
 * @param path last segment of the URL, such as {@code funding-rates}
 * @param key member of {@code data} that holds the rows
 * @param relations what is selected from, all of them: a relation, or a query in parentheses that may use {@code :from}
 *     and {@code :to}
 * @param scope how the common filters apply
 * @param filters what else narrows it
 * @param live whether {@code live=true} answers with the newest row of each instrument
 */
public record Dataset(
        String path,
        String key,
        List<String> relations,
        String description,
        List<Column> columns,
        Scope scope,
        List<Filter> filters,
        Window window,
        Order order,
        Summary summary,
        boolean live) {

    /** Events of a kind, newest first. */
    static Dataset events(String path, String key, String relation, Kind kind, String description) {
        return new Dataset(
                path,
                key,
                List.of(relation),
                description,
                Column.of(kind),
                Scope.ROWS,
                List.of(),
                Window.ROWS,
                Order.NEWEST_FIRST,
                Summaries.PRESENCE,
                false);
    }

    Dataset filters(Filter... narrowing) {
        return new Dataset(
                path, key, relations, description, columns, scope, List.of(narrowing), window, order, summary, live);
    }

    Dataset summary(Summary said) {
        return new Dataset(path, key, relations, description, columns, scope, filters, window, order, said, live);
    }

    Dataset withLive() {
        return new Dataset(path, key, relations, description, columns, scope, filters, window, order, summary, true);
    }

    Dataset scope(Scope newScope) {
        return new Dataset(path, key, relations, description, columns, newScope, filters, window, order, summary, live);
    }

    Dataset window(Window newWindow, Order newOrder) {
        return new Dataset(
                path, key, relations, description, columns, scope, filters, newWindow, newOrder, summary, live);
    }

    Dataset columns(List<Column> newColumns) {
        return new Dataset(path, key, relations, description, newColumns, scope, filters, window, order, summary, live);
    }

    /** What answers when no time window is asked for. */
    public Dataset withoutWindow() {
        return window == Window.NEWEST_UNLESS_GIVEN ? window(Window.ROWS, Order.EACH_INSTRUMENT) : this;
    }

    /** What is selected from, as one. */
    public String relation() {
        return relations.size() == 1
                ? relations.getFirst()
                : relations.stream()
                        .map(one -> "SELECT * FROM " + one + " AS part")
                        .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    /** SQL of every cell of a row: its columns, then those of its key. */
    public List<String> cells() {
        return Stream.concat(
                        columns.stream().map(Column::sql),
                        order.columns().stream().map(Order.KeyColumn::sql))
                .toList();
    }

    @Override
    public String toString() {
        return path;
    }
}
