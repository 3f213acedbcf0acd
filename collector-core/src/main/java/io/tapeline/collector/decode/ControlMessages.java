package io.tapeline.collector.decode;

import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Builds what a client says to a venue. */
public final class ControlMessages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ControlMessages() {}

    /**
     * One request for every so many streams.
     *
     * @param text makes the message of the streams and the number of the request
     */
    public static List<SubscribeRequest> chunked(
            List<VenueStream> streams, int size, Supplier<Long> ids, BiFunction<List<VenueStream>, Long, String> text) {
        List<SubscribeRequest> requests = new ArrayList<>();
        for (int from = 0; from < streams.size(); from += size) {
            List<VenueStream> chunk = List.copyOf(streams.subList(from, Math.min(from + size, streams.size())));
            long id = ids.get();
            requests.add(new SubscribeRequest(Long.toString(id), text.apply(chunk, id), chunk));
        }
        return requests;
    }

    /**
     * As {@link #chunked}, where a request may name only streams that are alike.
     *
     * @param alike what streams of one request have in common; those that have it follow one another
     */
    public static List<SubscribeRequest> chunkedAlike(
            List<VenueStream> streams,
            Function<VenueStream, String> alike,
            int size,
            Supplier<Long> ids,
            BiFunction<List<VenueStream>, Long, String> text) {
        List<SubscribeRequest> requests = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= streams.size(); to++) {
            if (to == streams.size() || !alike.apply(streams.get(to)).equals(alike.apply(streams.get(from)))) {
                requests.addAll(chunked(streams.subList(from, to), size, ids, text));
                from = to;
            }
        }
        return requests;
    }

    /** Names and values in turn as a JSON object; values may be texts, numbers, maps and lists. */
    public static String json(Object... namesAndValues) {
        return JSON.writeValueAsString(object(namesAndValues));
    }

    /** Values such as those of {@link #object} as a JSON array. */
    public static String array(List<?> values) {
        return JSON.writeValueAsString(values);
    }

    /** Names and values in turn, in this order, to be put into {@link #json}. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return object;
    }
}
