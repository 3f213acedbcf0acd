package io.tapeline.query.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** Which bytes of an object a request wants (RFC 9110, section 14). */
sealed interface ByteRange {
    /** All of them. */
    record Whole() implements ByteRange {}

    /** @param length at least 1 */
    record Part(long start, long length) implements ByteRange {}

    /** None that the object has. */
    record Outside() implements ByteRange {}

    /** What is no range, or several at once, is ignored, as the RFC allows. */
    static ByteRange asked(HttpHeaders headers, ArchiveObject object) {
        String range = headers.getFirst(HttpHeaders.RANGE);
        if (range == null || !unchanged(headers.getFirst(HttpHeaders.IF_RANGE), object)) {
            return new Whole();
        }
        List<HttpRange> ranges = parse(range);
        return ranges.size() == 1 ? part(ranges.getFirst(), object.length()) : new Whole();
    }

    private static ByteRange part(HttpRange range, long length) {
        long start = length == 0 ? 0 : range.getRangeStart(length);
        long end = length == 0 ? -1 : range.getRangeEnd(length);
        return start > end || start >= length ? new Outside() : new Part(start, end - start + 1);
    }

    private static List<HttpRange> parse(String range) {
        try {
            return HttpRange.parseRanges(range);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** A date in If-Range is too coarse for what changes several times a minute. */
    private static boolean unchanged(@Nullable String ifRange, ArchiveObject object) {
        return ifRange == null || ifRange.equals(object.etag());
    }
}
