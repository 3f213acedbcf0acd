package io.tapeline.query.answer;

import io.tapeline.query.dataset.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Rows as JSON objects, in an array or one a line. */
final class JsonRows implements RowSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    private final JsonGenerator out = Json.generator(bytes);
    private final List<Column> columns;
    private final boolean numbersAsText;
    private final boolean array;

    private JsonRows(List<Column> columns, boolean numbersAsText, boolean array) {
        this.columns = columns;
        this.numbersAsText = numbersAsText;
        this.array = array;
        if (array) {
            out.writeStartArray();
        }
    }

    static JsonRows array(List<Column> columns, boolean numbersAsText) {
        return new JsonRows(columns, numbersAsText, true);
    }

    static JsonRows lines(List<Column> columns, boolean numbersAsText) {
        return new JsonRows(columns, numbersAsText, false);
    }

    @Override
    public void write(@Nullable String[] cells) {
        out.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            out.writeName(column.name());
            Json.write(out, column.type(), cells[i], numbersAsText);
        }
        out.writeEndObject();
        if (!array) {
            out.flush();
            bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public int size() {
        out.flush();
        return bytes.size();
    }

    @Override
    public byte[] finish() {
        out.close();
        return bytes.toByteArray();
    }
}
