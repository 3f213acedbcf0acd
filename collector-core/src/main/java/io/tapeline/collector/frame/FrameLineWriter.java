package io.tapeline.collector.frame;

import io.tapeline.model.json.IsoMicros;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes lines of a recording. JSON objects and arrays stand as received, line breaks outside strings removed; any other
 * text, numbers and JSON strings too, stands as a JSON string, so that reading gives back exactly what came.
 */
public final class FrameLineWriter {
    private FrameLineWriter() {}

    /**
     * A frame as a line, with its line break.
     *
     * @param session name of the recording, null for none
     */
    public static byte[] line(RawFrame frame, @Nullable String session) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(frame.body().length + 256);
        try (JsonGenerator out = FrameLineParser.JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            head(out, frame.received(), frame.feed());
            out.writeStringProperty("transport", frame.transport() == RawFrame.Transport.WS ? "ws" : "rest");
            place(out, frame.connection(), frame.url(), session);
            out.writeName("frame");
            if (structure(frame.body())) {
                // The value itself is put in by hand: a generator takes raw text as characters only.
                out.writeRawValue("");
                out.flush();
                withoutLineBreaks(frame.body(), line);
            } else {
                out.writeString(frame.text());
            }
            out.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    /** A mark as a line, with its line break. */
    public static byte[] line(FrameMark mark, @Nullable String session) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator out = FrameLineParser.JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            head(out, mark.received(), mark.feed());
            out.writeStringProperty("event", mark.event().wireName());
            place(out, mark.connection(), mark.url(), session);
            optional(out, "detail", mark.detail());
            out.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void head(JsonGenerator out, long received, String feed) {
        out.writeStringProperty("received", IsoMicros.format(received));
        out.writeStringProperty("feed", feed);
    }

    private static void place(
            JsonGenerator out, @Nullable String connection, @Nullable String url, @Nullable String session) {
        optional(out, "conn", connection);
        optional(out, "url", url == null ? null : UrlSecrets.cut(url));
        optional(out, "session", session);
    }

    private static void optional(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }

    /** Whether the bytes are one whole JSON object or array. */
    private static boolean structure(byte[] body) {
        try (JsonParser in = FrameLineParser.JSON.createParser(ObjectReadContext.empty(), body)) {
            if (in.nextToken() == null || !in.currentToken().isStructStart()) {
                return false;
            }
            in.skipChildren();
            return in.nextToken() == null
                    && StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(body)) != null;
        } catch (JacksonException | java.nio.charset.CharacterCodingException notJson) {
            return false;
        }
    }

    private static void withoutLineBreaks(byte[] body, ByteArrayOutputStream line) {
        int from = 0;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n' || body[i] == '\r') {
                line.write(body, from, i - from);
                from = i + 1;
            }
        }
        line.write(body, from, body.length - from);
    }
}
