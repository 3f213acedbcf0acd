package io.tapeline.bus;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.EventFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Bodies to events. What is no event is told apart from its neighbours in the body, which are used. */
final class MessageDecoder {
    private static final JsonFactory JSON = new JsonFactory();

    private MessageDecoder() {}

    /** What a body holds: its events in order, and the parts that are none. */
    record Decoded(List<MarketEvent> events, List<Undecodable> undecodable) {}

    /** A part of a body, as a JSON array where it is JSON, and why it is no event. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Undecodable(byte[] body, String reason) {}

    static Decoded decode(byte[] body) {
        try {
            return new Decoded(EventCodec.readAll(body), List.of());
        } catch (RuntimeException e) {
            // The codec promises one exception, but no defect of it may stop the queue.
            return decodeApart(body);
        }
    }

    private static Decoded decodeApart(byte[] body) {
        Decoded decoded = new Decoded(new ArrayList<>(), new ArrayList<>());
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw new EventFormatException("body: expected an array of events");
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) in.currentTokenLocation().getByteOffset();
                in.skipChildren();
                in.finishToken();
                decode(Arrays.copyOfRange(body, from, (int) in.currentLocation().getByteOffset()), decoded);
            }
        } catch (JacksonException e) {
            decoded.undecodable().add(new Undecodable(body, "not JSON: " + e.getOriginalMessage()));
        } catch (RuntimeException e) {
            decoded.undecodable().add(new Undecodable(body, Causes.shortest(e)));
        }
        return decoded;
    }

    private static void decode(byte[] element, Decoded into) {
        try {
            into.events().add(EventCodec.read(element));
        } catch (RuntimeException e) {
            String array = '[' + new String(element, StandardCharsets.UTF_8) + ']';
            into.undecodable().add(new Undecodable(array.getBytes(StandardCharsets.UTF_8), Causes.shortest(e)));
        }
    }
}
