package io.tapeline.collector.decode;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The decoder of a venue that speaks JSON: reads each frame whole and gives it to the venue's reading of messages or of
 * answers. What cannot be read becomes {@link Decoded.Malformed}.
 */
public final class JsonDecoder implements VenueDecoder {

    /** What a venue makes of a message; may throw {@link BadMember}. */
    @FunctionalInterface
    public interface Reading {
        List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments);
    }

    private final Reading messages;
    private final Reading answers;
    private final Map<String, Decoded> words;

    /**
     * @param messages reads what streams bring
     * @param answers reads REST answers
     * @param words frames that are no JSON and what they mean, such as {@code pong}
     */
    public JsonDecoder(Reading messages, Reading answers, Map<String, Decoded> words) {
        this.messages = messages;
        this.answers = answers;
        this.words = Map.copyOf(words);
    }

    public JsonDecoder(Reading messages, Reading answers) {
        this(messages, answers, Map.of());
    }

    @Override
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        if (!words.isEmpty() && frame.body().length < 64) {
            Decoded word = words.get(frame.text().strip());
            if (word != null) {
                return List.of(word);
            }
        }
        try {
            JsonValue message = JsonReader.read(frame.body());
            return (frame.transport() == Transport.REST ? answers : messages).read(message, frame, instruments);
        } catch (BadMember e) {
            return List.of(new Decoded.Malformed(e.reason()));
        }
    }

    /** Reads row after row; one that cannot be read does not spoil its neighbours. */
    public static List<Decoded> rows(Iterable<JsonValue> rows, Function<JsonValue, List<Decoded>> row) {
        List<Decoded> decoded = new ArrayList<>();
        for (JsonValue each : rows) {
            try {
                decoded.addAll(row.apply(each));
            } catch (BadMember e) {
                decoded.add(new Decoded.Malformed(e.reason()));
            }
        }
        return decoded;
    }
}
