package io.tapeline.query.answer;

import io.tapeline.query.dataset.ColumnType;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Cells as JSON values, digit by digit as they are stored. */
final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator((String) null)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(1_000).build())
            .build();

    private Json() {}

    static JsonGenerator generator(OutputStream bytes) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
    }

    static void write(JsonGenerator out, ColumnType type, @Nullable String cell, boolean numbersAsText) {
        if (cell == null) {
            out.writeNull();
            return;
        }
        switch (type) {
            case TEXT, TIME -> out.writeString(cell);
            case COUNT, FLAG -> out.writeRawValue(cell);
            case NUMBER -> {
                if (numbersAsText) {
                    out.writeString(cell);
                } else {
                    out.writeRawValue(cell);
                }
            }
            case JSON -> {
                if (numbersAsText) {
                    copyWithNumbersAsText(out, cell);
                } else {
                    out.writeRawValue(cell);
                }
            }
        }
    }

    private static void copyWithNumbersAsText(JsonGenerator out, String json) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token.isNumeric()) {
                    out.writeString(in.getString());
                } else {
                    out.copyCurrentEvent(in);
                }
            }
        }
    }
}
