package io.tapeline.venue.binance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Path and query of a request: many answers name neither symbol nor period, only the question does. */
record BinanceAddress(String path, Map<String, String> query) {

    static BinanceAddress of(@Nullable String url) {
        if (url == null) {
            return new BinanceAddress("", Map.of());
        }
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        int mark = url.indexOf('?');
        int end = mark < 0 ? url.length() : mark;
        Map<String, String> query = new HashMap<>();
        if (mark >= 0) {
            for (String pair : url.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new BinanceAddress(path < 0 || path > end ? "" : url.substring(path, end), query);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** A parameter that the answer cannot be understood without. */
    String parameter(String name) {
        String value = query.get(name);
        if (value == null) {
            throw new BadMember("url", "expected a query with " + name + ", got " + path);
        }
        return value;
    }
}
