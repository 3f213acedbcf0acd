package io.tapeline.query.archive;

import io.tapeline.query.web.Problem;
import io.tapeline.query.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/** Which object a request's path names. */
final class ArchivePath {
    /** What every path begins with. */
    static final String BASE = "/archive/";

    /** How often a name may be encoded once more and still be looked through; it names nothing anyway. */
    private static final int LAYERS = 3;

    private ArchivePath() {}

    /**
     * The object's key.
     *
     * @param path of the request as it came, encoded
     * @throws ProblemException when it tries to leave the archive, or can name no object
     */
    static ArchiveKey key(String path) {
        String name = decode(path);
        String inner = name;
        for (int layer = 0; layer < LAYERS && inner.indexOf('%') >= 0; layer++) {
            requireWithin(inner);
            inner = decode(inner);
        }
        requireWithin(inner);
        return Optional.of(name)
                .filter(n -> n.startsWith(BASE))
                .flatMap(n -> ArchiveKey.of(n.substring(BASE.length())))
                .orElseThrow(ArchivePath::nothingThere);
    }

    private static String decode(String text) {
        try {
            return UriUtils.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("correct percent-encoding");
        }
    }

    private static void requireWithin(String text) {
        if (Arrays.asList(text.split("[/\\\\]", -1)).contains("..")) {
            throw refused("the name of an object, without '..'");
        }
    }

    private static ProblemException refused(String expected) {
        return new ProblemException(new Problem(
                HttpStatus.BAD_REQUEST, "invalid-path", "Invalid path", "path: expected " + expected, List.of()));
    }

    static ProblemException nothingThere() {
        return new ProblemException(new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "The archive has no such object; names are like futures/binance/BTC/5s/2026-11-20.jsonl",
                List.of()));
    }
}
