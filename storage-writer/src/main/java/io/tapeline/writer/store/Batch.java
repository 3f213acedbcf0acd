package io.tapeline.writer.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tapeline.bus.BatchHandler.Rejection;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.writer.copy.CopyBuffer;
import io.tapeline.writer.copy.UnstorableValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of several kinds that are stored together: equal keys collapsed, each kind in the order of its key. */
final class Batch {
    /** One order for all transactions, so that two that meet on the same rows wait and do not deadlock. */
    private static final Comparator<Row> ORDER = Comparator.comparingInt(Row::instrumentId)
            .thenComparingLong(row -> row.identity().keyTime())
            .thenComparingLong(row -> row.identity().venueKey());

    private final List<Row> rows;

    Batch(List<Row> rows) {
        this.rows = rows;
    }

    int size() {
        return rows.size();
    }

    Row first() {
        return rows.getFirst();
    }

    Batch firstHalf() {
        return new Batch(rows.subList(0, rows.size() / 2));
    }

    Batch secondHalf() {
        return new Batch(rows.subList(rows.size() / 2, rows.size()));
    }

    /** Leaves one event for each key, by the rule of conflict of its kind. */
    Batch collapsed() {
        Map<Kind, Map<Object, Row>> kept = new EnumMap<>(Kind.class);
        for (Row row : rows) {
            Table<?> table = table(row);
            kept.computeIfAbsent(table.kind(), kind -> new LinkedHashMap<>())
                    .merge(table.keyOf(row), row, (stored, newer) -> resolve(table, stored, newer));
        }
        return new Batch(kept.values().stream()
                .flatMap(ofKind -> ofKind.values().stream())
                .toList());
    }

    private static Row resolve(Table<?> table, Row stored, Row newer) {
        MarketEvent event = table.rule().resolve(stored.event(), newer.event());
        return event == newer.event() ? newer : new Row(event, stored.identity(), stored.instrumentId());
    }

    /** The rows of each table ready to be copied; those that cannot be written are added to the rejected. */
    List<Copy> copies(List<Rejection> rejected) {
        Map<Kind, List<Row>> byKind = new EnumMap<>(Kind.class);
        rows.forEach(row -> byKind.computeIfAbsent(row.event().kind(), kind -> new ArrayList<>())
                .add(row));
        List<Copy> copies = new ArrayList<>();
        byKind.values().forEach(ofKind -> {
            Copy copy = copy(table(ofKind.getFirst()), ofKind, rejected);
            if (!copy.rows().isEmpty()) {
                copies.add(copy);
            }
        });
        return copies;
    }

    private static Copy copy(Table<?> table, List<Row> rows, List<Rejection> rejected) {
        // On the heap, so that a failure anywhere on the way leaves nothing to release.
        ByteBuf bytes = Unpooled.buffer(rows.size() * 192 + 32);
        CopyBuffer out = new CopyBuffer(bytes, table.fieldCount());
        List<Row> written = new ArrayList<>(rows.size());
        for (Row row : rows.stream().sorted(ORDER).toList()) {
            out.startRow();
            try {
                table.write(row, out);
                written.add(row);
            } catch (UnstorableValueException e) {
                out.undoRow();
                rejected.add(new Rejection(row.event(), String.valueOf(e.getMessage())));
            } catch (ArithmeticException e) {
                out.undoRow();
                rejected.add(new Rejection(row.event(), "time: expected a year that PostgreSQL knows"));
            }
        }
        return new Copy(table, out.finish(), written);
    }

    private static Table<?> table(Row row) {
        return Tables.of(row.event().kind()).orElseThrow();
    }

    /** Rows of one table in the form of COPY. */
    record Copy(Table<?> table, ByteBuf bytes, List<Row> rows) {}
}
