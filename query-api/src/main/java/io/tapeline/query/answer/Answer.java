package io.tapeline.query.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The bytes of an answer.
 *
 * @param etag identifies what the answer says; the time at which it was given takes no part
 * @param nextCursor where the next page begins; null after the last one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(
        MediaType mediaType,
        byte[] body,
        String etag,
        @Nullable String nextCursor) {}
