package io.tapeline.collector.decode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Path of a request and what was asked: many answers do not say what they are about, only the question does.
 *
 * @param parameters of the query, and of the fragment, which is never sent
 */
public record RequestAddress(String path, Map<String, String> parameters) {

    public static RequestAddress of(@Nullable String url) {
        if (url == null) {
            return new RequestAddress("", Map.of());
        }
        int scheme = url.indexOf("://");
        int host = scheme < 0 ? 0 : scheme + 3;
        int end = first(url, host);
        int path = url.indexOf('/', host);
        Map<String, String> parameters = new HashMap<>();
        for (String part : url.substring(end).split("[?#&]", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return new RequestAddress(path < 0 || path > end ? "" : url.substring(path, end), parameters);
    }

    private static int first(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** A parameter that the answer cannot be understood without. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new BadMember("url", "expected a query with " + name + ", got " + path);
        }
        return value;
    }

    /** Null where it was not asked. */
    public @Nullable String optional(String name) {
        return parameters.get(name);
    }

    /** The last part of the path. */
    public String lastSegment() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
