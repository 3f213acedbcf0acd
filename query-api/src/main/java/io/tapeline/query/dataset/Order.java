package io.tapeline.query.dataset;

import java.util.List;
import java.util.stream.Stream;

/**
 * The order of rows, by columns that identify one, so that a page can go on exactly where the last one ended.
 *
 * @param columns most significant first
 * @param descending the direction of all of them
 * @param perInstrument whether rows are found instrument by instrument, each by an index on its key, and then merged:
 *     the newest rows of all instruments without reading the older ones
 */
public record Order(List<KeyColumn> columns, boolean descending, boolean perInstrument) {

    /** The key under which every event is stored; {@code timestamp} orders those that share a cut-off key time. */
    static final Order NEWEST_FIRST = new Order(
            List.of(
                    new KeyColumn("key_time", KeyColumn.Type.TIME),
                    new KeyColumn("timestamp", KeyColumn.Type.TIME),
                    new KeyColumn("instrument_id", KeyColumn.Type.INTEGER),
                    new KeyColumn("venue_key", KeyColumn.Type.INTEGER)),
            true,
            true);

    /** Ascending by names. */
    static Order byName(String... columns) {
        List<KeyColumn> keys = Stream.of(columns)
                .map(c -> new KeyColumn(c, KeyColumn.Type.TEXT))
                .toList();
        return new Order(keys, false, false);
    }

    /** A column of the key. */
    public record KeyColumn(String name, Type type) {
        /** How its value is bound. */
        public enum Type {
            TEXT(ColumnType.TEXT),
            TIME(ColumnType.TIME),
            INTEGER(ColumnType.NUMBER);

            private final ColumnType column;

            Type(ColumnType column) {
                this.column = column;
            }
        }

        public String quoted() {
            return "\"" + name + "\"";
        }

        /** SQL of its text. */
        public String sql() {
            return type.column.textOf(quoted());
        }
    }
}
