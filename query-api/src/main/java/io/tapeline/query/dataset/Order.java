package io.tapeline.query.dataset;

import java.util.List;
import java.util.stream.Stream;

/**
 * The order of rows, by columns that identify one, so that a page can go on exactly where the last one ended.
 *
 * @param columns most significant first
 * @param descending the direction of all of them
 * @param lookup how rows are found
 */
public record Order(List<KeyColumn> columns, boolean descending, Lookup lookup) {

    /** How rows are found. */
    public enum Lookup {
        /** All together. */
        TOGETHER,
        /**
         * Instrument by instrument, each by an index on its key, and then merged: the newest rows of all instruments
         * without reading the older ones.
         */
        BY_INSTRUMENT,
        /** The newest row of each instrument that has not ended. */
        NEWEST_OF_INSTRUMENT
    }

    /** The key under which every event is stored; {@code timestamp} orders those that share a cut-off key time. */
    private static final List<KeyColumn> KEY = List.of(
            new KeyColumn("key_time", KeyColumn.Type.TIME),
            new KeyColumn("timestamp", KeyColumn.Type.TIME),
            new KeyColumn("instrument_id", KeyColumn.Type.INTEGER),
            new KeyColumn("venue_key", KeyColumn.Type.INTEGER));

    static final Order NEWEST_FIRST = new Order(KEY, true, Lookup.BY_INSTRUMENT);

    /** The same for a relation so small that it may be read whole. */
    static final Order NEWEST_OF_FEW_FIRST = new Order(KEY, true, Lookup.TOGETHER);

    /** One row for each instrument. */
    static final Order EACH_INSTRUMENT = byName(Lookup.NEWEST_OF_INSTRUMENT, "exchange", "market", "symbol");

    /** Ascending by names. */
    static Order byName(String... columns) {
        return byName(Lookup.TOGETHER, columns);
    }

    private static Order byName(Lookup lookup, String... columns) {
        List<KeyColumn> keys = Stream.of(columns)
                .map(c -> new KeyColumn(c, KeyColumn.Type.TEXT))
                .toList();
        return new Order(keys, false, lookup);
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
