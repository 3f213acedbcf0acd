package io.tapeline.collector.frame;

import io.tapeline.model.json.IsoMicros;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one line. The frame is cut out of the line as it stands, so that no digit of it changes. */
final class FrameLineParser {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxNumberLength(10_000)
                    .maxStringLength(FrameFile.MAX_LINE_BYTES)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    private final long number;
    private final byte[] line;
    private @Nullable String received;
    private @Nullable String feed;
    private @Nullable String transport;
    private @Nullable String connection;
    private @Nullable String url;
    private @Nullable String session;
    private @Nullable String event;
    private byte @Nullable [] frame;

    private FrameLineParser(long number, byte[] line, @Nullable String feed) {
        this.number = number;
        this.line = line;
        this.feed = feed;
    }

    /**
     * What the line says; null when there is nothing on it that concerns us.
     *
     * @param feed of a line that names none
     */
    static @Nullable FrameLine parse(long number, byte[] line, @Nullable String feed) {
        if (blank(line)) {
            return null;
        }
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), line)) {
            FrameLineParser parser = new FrameLineParser(number, line, feed);
            String fault = parser.read(in);
            return fault == null ? parser.result() : new FrameLine.Bad(number, fault);
        } catch (JacksonException e) {
            return new FrameLine.Bad(number, "expected a JSON object on one line: " + e.getOriginalMessage());
        }
    }

    private static boolean blank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private @Nullable String read(JsonParser in) {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            return "expected a JSON object";
        }
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "received" -> received = text(in);
                case "feed" -> feed = in.hasToken(JsonToken.VALUE_NULL) ? feed : text(in);
                case "transport" -> transport = text(in);
                case "conn" -> connection = text(in);
                case "url" -> url = text(in);
                case "session" -> session = text(in);
                case "event" -> event = text(in);
                case "frame" -> frame = frame(in);
                default -> in.skipChildren();
            }
        }
        return in.nextToken() == null ? null : "expected nothing after the object";
    }

    /** The value as text; null for null and for what is no scalar. */
    private static @Nullable String text(JsonParser in) {
        if (in.currentToken().isStructStart()) {
            in.skipChildren();
            return null;
        }
        return in.hasToken(JsonToken.VALUE_NULL) ? null : in.getString();
    }

    private byte @Nullable [] frame(JsonParser in) {
        if (in.currentToken().isStructStart()) {
            int start = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            return Arrays.copyOfRange(line, start, (int) in.currentLocation().getByteOffset());
        }
        String text = text(in);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable FrameLine result() {
        if (frame == null) {
            return event == null ? bad("frame: expected the received text, got nothing") : mark();
        }
        if (feed == null) {
            return bad("feed: expected the name of a feed, got nothing");
        }
        RawFrame.Transport way = way();
        if (way == null) {
            return bad("transport: expected ws or rest, got " + quoted(transport));
        }
        return frame(feed, way, frame);
    }

    private FrameLine frame(String ofFeed, RawFrame.Transport way, byte[] body) {
        if (received == null) {
            return bad("received: expected an ISO-8601 time, got nothing");
        }
        try {
            long micros = IsoMicros.parse(received);
            return new FrameLine.Frame(number, session, new RawFrame(ofFeed, way, connection, url, micros, body));
        } catch (DateTimeException e) {
            return bad("received: expected an ISO-8601 time, got " + quoted(received));
        }
    }

    private RawFrame.@Nullable Transport way() {
        if (transport == null) {
            return null;
        }
        return switch (transport) {
            case "ws" -> RawFrame.Transport.WS;
            case "rest" -> RawFrame.Transport.REST;
            default -> null;
        };
    }

    private @Nullable FrameLine mark() {
        for (FrameMark.Event known : FrameMark.Event.values()) {
            if (known.wireName().equals(event)) {
                return new FrameLine.Mark(number, session, known, feed, connection);
            }
        }
        return null;
    }

    private FrameLine bad(String reason) {
        return new FrameLine.Bad(number, reason);
    }

    private static String quoted(@Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return "'" + (value.length() > 50 ? value.substring(0, 50) + "..." : value) + "'";
    }
}
