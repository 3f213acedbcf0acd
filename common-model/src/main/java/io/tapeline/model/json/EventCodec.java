package io.tapeline.model.json;

import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Events to JSON and back, lossless both ways: flat objects, snake_case, exact numbers, times with microseconds, null
 * members written out. Safe for use by several threads.
 */
public final class EventCodec {
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(200)
                    .build())
            .build();

    private static final ThreadLocal<EventWriter> WRITER = ThreadLocal.withInitial(EventWriter::new);

    private EventCodec() {}

    /** A member of the JSON of a kind, for documentation and its tests. */
    public record Member(String name, ValueType type, boolean required, List<String> constants) {}

    /** The members of a kind after {@code kind}, in the order they are written. */
    public static List<Member> members(Kind kind) {
        return EventShape.of(kind).properties().stream()
                .map(p -> new Member(
                        p.name(),
                        p.type(),
                        p.required(),
                        p.javaType().isEnum()
                                ? Stream.of(p.javaType().getEnumConstants())
                                        .map(c -> Property.constantName((Enum<?>) c))
                                        .toList()
                                : List.of()))
                .toList();
    }

    /** One event as a JSON object. */
    public static byte[] write(MarketEvent event) {
        return WRITER.get().write(event);
    }

    /** Events as a JSON array, in order: the body of a bus message. */
    public static byte[] writeAll(List<? extends MarketEvent> events) {
        return WRITER.get().writeAll(events);
    }

    /**
     * Reads one event.
     *
     * @throws EventFormatException when the text is not the JSON of an event
     */
    public static MarketEvent read(byte[] json) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            return EventReader.read(in);
        } catch (JacksonException e) {
            throw new EventFormatException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads the events of an array.
     *
     * @throws EventFormatException when any of them is not the JSON of an event
     */
    public static List<MarketEvent> readAll(byte[] json) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw new EventFormatException("body: expected an array of events");
            }
            List<MarketEvent> events = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                events.add(EventReader.read(in));
            }
            return events;
        } catch (JacksonException e) {
            throw new EventFormatException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
