package io.tapeline.emulator.server;

import java.util.Map;
import java.util.Optional;

/**
 * A REST request to a venue.
 *
 * @param path below the prefix, such as {@code /api/v3/time}
 * @param query parameters, the first of each name
 */
public record RestRequest(String path, Map<String, String> query) {
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The symbol asked for; empty when none is. */
    public String symbol() {
        return query.getOrDefault("symbol", "");
    }
}
