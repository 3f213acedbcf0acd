package io.tapeline.emulator.binance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a WebSocket path asks for.
 *
 * @param route {@code public} or {@code market} on futures, empty on the bare root
 * @param combined whether payloads are wrapped
 * @param streams those named in the address
 */
record Endpoint(String route, boolean combined, List<String> streams) {
    static Endpoint of(String path, Map<String, String> query) {
        List<String> parts = split(path);
        boolean routed = !parts.isEmpty()
                && !parts.getFirst().equals("ws")
                && !parts.getFirst().equals("stream");
        String route = routed ? parts.getFirst() : "";
        List<String> rest = routed ? parts.subList(1, parts.size()) : parts;
        boolean combined = !rest.isEmpty() && rest.getFirst().equals("stream");
        List<String> streams = combined
                ? split(query.getOrDefault("streams", ""))
                : rest.subList(Math.min(1, rest.size()), rest.size());
        return new Endpoint(route, combined, List.copyOf(streams));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("/")).filter(part -> !part.isEmpty()).toList();
    }
}
