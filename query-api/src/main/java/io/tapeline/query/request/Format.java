package io.tapeline.query.request;

import org.springframework.http.MediaType;

/** Form of an answer. */
public enum Format {
    /** One object: rows, summary, filters. */
    JSON(MediaType.APPLICATION_JSON),
    /** One row a line. */
    NDJSON(MediaType.APPLICATION_NDJSON),
    /** A line of names, then one row a line. */
    CSV(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8));

    @SuppressWarnings("ImmutableEnumChecker") // has no setters
    private final MediaType mediaType;

    Format(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }
}
