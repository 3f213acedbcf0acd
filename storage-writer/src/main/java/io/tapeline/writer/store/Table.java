package io.tapeline.writer.store;

import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.writer.copy.CopyBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private boolean unique = true;
    private ConflictRule rule = ConflictRule.FIRST_STAYS;
    private Function<List<Row>, Optional<String>> also = rows -> Optional.empty();

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

    /**
     * The table has an index over instrument and key time, but no unique one over the whole key, which would cost more
     * than twice as much: what is there already is looked for under a lock that lets one transaction at a time merge.
     */
    Table<E> withoutUniqueIndex() {
        unique = false;
        return this;
    }

    /** The instrument's names beside its number. */
    Table<E> named() {
        return column(
                        "exchange",
                        (e, out) -> out.text("exchange", e.instrumentId().exchange()))
                .column(
                        "market",
                        (e, out) ->
                                out.text("market", Codes.name(e.instrumentId().market())))
                .column(
                        "symbol",
                        (e, out) -> out.text("symbol", e.instrumentId().symbol()));
    }

    Table<E> rule(ConflictRule newRule) {
        rule = newRule;
        return this;
    }

    /** What merging staged rows means for another table: a statement after it, when there is anything to do. */
    Table<E> also(Function<List<Row>, Optional<String>> statement) {
        also = statement;
        return this;
    }

    Optional<String> also(List<Row> rows) {
        return also.apply(rows);
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

    /** Whether the table itself keeps a key from being stored twice. */
    boolean unique() {
        return unique;
    }

    /** Takes the lock that stands for a unique index until the end of the transaction. */
    String lock() {
        return "SELECT pg_advisory_xact_lock(hashtext('store." + name + "'))";
    }

    /**
     * Asks whether any of the rows may be stored already: whether there is one for its instrument that is not older. If
     * not, as it is in the normal course of things, they need not be compared one by one.
     */
    String mayBeStored(List<Row> rows) {
        Map<Integer, Long> firsts = new TreeMap<>();
        rows.forEach(row -> firsts.merge(row.instrumentId(), row.identity().keyTime(), Math::min));
        String values = firsts.entrySet().stream()
                .map(first -> "(" + first.getKey() + ", timestamptz '" + IsoMicros.format(first.getValue()) + "')")
                .collect(Collectors.joining(", "));
        String oldest = IsoMicros.format(Collections.min(firsts.values()));
        return "SELECT EXISTS (SELECT FROM (VALUES " + values + ") AS b (id, first) WHERE EXISTS (SELECT FROM store."
                + name + " AS t WHERE t.instrument_id = b.id AND t.key_time >= b.first AND t.key_time >= '" + oldest
                + "'))";
    }

    /** COPY straight into the table. */
    String copyDirectly() {
        return "COPY store." + name + " (" + columnList() + ") FROM STDIN (FORMAT binary)";
    }

    /** What brings copied rows from the temporary table into the table, one statement after the other. */
    List<String> merge(List<Row> rows) {
        if (unique) {
            return List.of(insert("") + " ON CONFLICT (" + String.join(", ", key) + ") " + rule.action(columns));
        }
        List<String> statements = new ArrayList<>();
        rule.change(rows)
                .ifPresent(
                        change -> statements.add("UPDATE store." + name + " AS t " + change + " AND " + sameKey(rows)));
        statements.add(
                insert(" AS s WHERE NOT EXISTS (SELECT FROM store." + name + " AS t WHERE " + sameKey(rows) + ")"));
        return statements;
    }

    private String insert(String condition) {
        return "INSERT INTO store." + name + " AS t (" + columnList() + ") SELECT " + columnList() + " FROM stage_"
                + name + condition;
    }

    private static String sameKey(List<Row> rows) {
        return "t.instrument_id = s.instrument_id AND t.key_time = s.key_time AND t.venue_key = s.venue_key"
                + between(
                        rows.stream().mapToLong(row -> row.identity().keyTime()).summaryStatistics());
    }

    /** Bounds let the planner leave out the chunks of other days. */
    private static String between(LongSummaryStatistics times) {
        return " AND t.key_time BETWEEN '" + IsoMicros.format(times.getMin()) + "' AND '"
                + IsoMicros.format(times.getMax()) + "'";
    }

    private String columnList() {
        return String.join(", ", columns);
    }
}
