package io.tapeline.emulator.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** A REST answer: JSON unless a header says otherwise. */
public record RestAnswer(int status, Map<String, String> headers, String body) {
    public static RestAnswer ok(String body) {
        return new RestAnswer(200, Map.of(), body);
    }

    public static RestAnswer of(int status, String body) {
        return new RestAnswer(status, Map.of(), body);
    }

    public RestAnswer header(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value.toString());
        return new RestAnswer(status, more, body);
    }

    public RestAnswer body(String text) {
        return new RestAnswer(status, headers, text);
    }
}
