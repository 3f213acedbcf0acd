package io.tapeline.query.dataset;

import io.tapeline.model.event.Kind;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a relation and a member of its rows in an answer.
 *
 * @param required whether it is never null
 * @param constants the values it may have; empty when they are not a fixed set
 */
public record Column(String name, ColumnType type, boolean required, List<String> constants) {

    static Column of(String name, ColumnType type) {
        return new Column(name, type, false, List.of());
    }

    static Column required(String name, ColumnType type) {
        return new Column(name, type, true, List.of());
    }

    /** The columns of a kind of event: {@code id}, its JSON members, {@code created_at}. */
    static List<Column> of(Kind kind) {
        List<Column> columns = new ArrayList<>();
        columns.add(required("id", ColumnType.TEXT));
        EventCodec.members(kind).stream()
                .filter(m -> !m.name().equals("n"))
                .map(m -> new Column(m.name(), ColumnType.of(m.type()), m.required(), constants(m)))
                .forEach(columns::add);
        columns.add(of("created_at", ColumnType.TIME));
        return List.copyOf(columns);
    }

    /** The same with further ones before the last. */
    static List<Column> with(List<Column> columns, Column... more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(columns.size() - 1, List.of(more));
        return List.copyOf(all);
    }

    private static List<String> constants(EventCodec.Member member) {
        return member.type() == ValueType.CONSTANT ? member.constants() : List.of();
    }

    /** SQL of its text. */
    public String sql() {
        return type.textOf("\"" + name + "\"");
    }
}
