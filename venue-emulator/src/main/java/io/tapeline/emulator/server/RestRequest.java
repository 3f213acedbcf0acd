package io.tapeline.emulator.server;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A REST request to a venue.
 *
 * @param method such as {@code GET}
 * @param path below the prefix, such as {@code /api/v3/time}
 * @param query parameters, the first of each name
 * @param headers by lower-case name, the first of each
 * @param body empty when there is none
 */
public record RestRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    public static RestRequest get(String path, Map<String, String> query) {
        return new RestRequest("GET", path, query, Map.of(), "");
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** A header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The symbol asked for; empty when none is. */
    public String symbol() {
        return query.getOrDefault("symbol", "");
    }

    RestRequest withBody(String text) {
        return new RestRequest(method, path, query, headers, text);
    }
}
