package io.tapeline.query.web;

import io.tapeline.query.request.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * An RFC 9457 problem.
 *
 * @param type last part of the stable {@code type} URN
 * @param violations what is wrong with parameters, where that is the problem
 */
public record Problem(HttpStatus status, String type, String title, String detail, List<Violation> violations) {
    /** What every {@code type} begins with. */
    public static final String TYPE_PREFIX = "urn:tapeline:problem:";

    /** Longest piece of a request that is repeated to its sender. */
    private static final int SHOWN = 80;

    static Problem of(HttpStatus status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of());
    }

    static Problem parameters(List<Violation> violations) {
        List<Violation> shown = violations.stream()
                .map(v -> new Violation(shorten(v.parameter()), v.expected()))
                .toList();
        String detail = shown.stream()
                .map(v -> v.parameter() + ": expected " + v.expected())
                .collect(Collectors.joining("; "));
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-parameter", "Invalid parameter", detail, shown);
    }

    static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
