package io.tapeline.writer.store;

import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.writer.copy.CopyBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How one kind is stored: its table, its columns and where their values come from, its key and rule of conflict.
 *
 * @param <E> the record of the kind
 */
final class Table<E extends MarketEvent> {
    private static final List<String> HEADER = List.of(
            "instrument_id", "key_time", "venue_key", "\"timestamp\"", "received_at", "time_source", "origin", "n");

    private final Kind kind;
    private final Class<E> type;
    private final List<String> columns = new ArrayList<>(HEADER);
    private final List<Field<E>> fields = new ArrayList<>();
    private final String name;
    private List<String> key = List.of("instrument_id", "key_time", "venue_key");
    private Function<Row, Object> keyOf = Row::identity;
    private ConflictRule rule = ConflictRule.FIRST_STAYS;

    /** Writes the value of a column. */
    @FunctionalInterface
    interface Field<E> {
        void write(E event, CopyBuffer out);
    }

    private Table(Kind kind, Class<E> type, String name) {
        this.kind = kind;
        this.type = type;
        this.name = name;
    }

    /** A table of schema {@code store}, so far with the columns that all have. */
    static <E extends MarketEvent> Table<E> of(Kind kind, Class<E> type, String name) {
        return new Table<>(kind, type, name);
    }

    Table<E> column(String column, Field<E> field) {
        columns.add('"' + column + '"');
        fields.add(field);
        return this;
    }

    /** A key other than the identity. */
    Table<E> key(List<String> newKey, Function<Row, Object> newKeyOf) {
        key = newKey;
        keyOf = newKeyOf;
        return this;
    }

    Table<E> rule(ConflictRule newRule) {
        rule = newRule;
        return this;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    ConflictRule rule() {
        return rule;
    }

    /** Equal for two rows exactly when they are one row of the table. */
    Object keyOf(Row row) {
        return keyOf.apply(row);
    }

    int fieldCount() {
        return columns.size();
    }

    void write(Row row, CopyBuffer out) {
        Header header = row.event().header();
        out.int4(row.instrumentId());
        out.time(row.identity().keyTime());
        out.int8(row.identity().venueKey());
        out.time(header.timestamp());
        out.time(header.receivedAt());
        out.code(Codes.of(header.timeSource()));
        out.code(Codes.of(header.origin()));
        out.int2OrNull(header.n());
        E event = type.cast(row.event());
        for (Field<E> field : fields) {
            field.write(event, out);
        }
    }

    /** Creates the temporary table that rows are copied into; empty again after each transaction. */
    String createStage() {
        return "CREATE TEMPORARY TABLE IF NOT EXISTS stage_" + name + " ON COMMIT DELETE ROWS AS SELECT " + columnList()
                + " FROM store." + name + " WITH NO DATA";
    }

    String copy() {
        return "COPY stage_" + name + " (" + columnList() + ") FROM STDIN (FORMAT binary)";
    }

    String merge() {
        return "INSERT INTO store." + name + " AS t (" + columnList() + ") SELECT " + columnList() + " FROM stage_"
                + name + " ON CONFLICT (" + String.join(", ", key) + ") " + rule.action(columns);
    }

    private String columnList() {
        return String.join(", ", columns);
    }
}
