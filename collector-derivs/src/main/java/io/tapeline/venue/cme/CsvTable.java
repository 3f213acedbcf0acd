package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Comma-separated rows under a line with the names of the columns, whose order and number may change. */
record CsvTable(List<String> columns, List<List<String>> rows) {
    private static final ObjectReader READER = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.TRIM_SPACES)
            .build()
            .readerForListOf(String.class);

    /** A row by the names of its columns. */
    record Row(List<String> columns, List<String> values) {
        /** An empty text where the table has no such column. */
        String text(String column) {
            int at = columns.indexOf(plain(column));
            return at < 0 ? "" : values.get(at);
        }
    }

    /**
     * Reads a table.
     *
     * @param needed columns it must have
     * @throws BadMember when it is none, or was cut
     */
    static CsvTable read(byte[] utf8, List<String> needed) {
        List<List<String>> lines = lines(utf8);
        List<String> columns = lines.isEmpty()
                ? List.of()
                : lines.getFirst().stream().map(CsvTable::plain).toList();
        for (String column : needed) {
            if (!columns.contains(plain(column))) {
                throw new BadMember(column, "expected a column of that name in the first line");
            }
        }
        List<List<String>> rows = lines.subList(1, lines.size());
        if (rows.isEmpty()) {
            throw new BadMember("rows", "expected one at least under the names of the columns");
        }
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new BadMember("row", "expected " + columns.size() + " columns, got " + row.size());
            }
        }
        return new CsvTable(columns, rows);
    }

    private static List<List<String>> lines(byte[] utf8) {
        try (MappingIterator<List<String>> found = READER.readValues(utf8)) {
            List<List<String>> lines = new ArrayList<>();
            while (found.hasNext()) {
                List<String> line = found.next();
                if (line.size() > 1 || !line.getFirst().isEmpty()) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (JacksonException e) {
            throw new BadMember("file", "not CSV: " + e.getOriginalMessage());
        }
    }

    /** Case and spaces in names mean nothing. */
    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    List<Row> each() {
        return rows.stream().map(values -> new Row(columns, values)).toList();
    }
}
