package io.tapeline.query.answer;

import io.tapeline.query.dataset.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180 text: CRLF, quotes where they are needed, nothing for null, JSON columns as their JSON. */
final class CsvRows implements RowSink {
    private final StringBuilder text = new StringBuilder(8192);
    private final int columns;

    CsvRows(List<Column> columns) {
        this.columns = columns.size();
        text.append(columns.stream().map(Column::name).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    @Override
    public void write(@Nullable String[] cells) {
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                text.append(',');
            }
            append(cells[i]);
        }
        text.append("\r\n");
    }

    private void append(@Nullable String cell) {
        if (cell == null) {
            return;
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (plain && !cell.isEmpty()) {
            text.append(cell);
        } else {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public byte[] finish() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
