package io.tapeline.query.answer;

import io.tapeline.query.request.Cursor;
import io.tapeline.query.request.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page as it grows. It is held until it is complete, so that a database that fails half-way is still an honest error
 * and not half an answer; limit and size bound it.
 */
final class Page {
    private final Question question;
    private final long maxBytes;
    private final RowSink sink;
    private int count;
    private boolean more;
    private @Nullable String @Nullable [] last;

    Page(Question question, long maxBytes) {
        this.question = question;
        this.maxBytes = maxBytes;
        this.sink = RowSink.of(question);
    }

    /** Takes a row, unless the page is full; tells whether it did. */
    boolean offer(@Nullable String[] cells) {
        if (count == question.limit() || (count > 0 && sink.size() >= maxBytes)) {
            more = true;
            return false;
        }
        sink.write(cells);
        last = cells;
        count++;
        return true;
    }

    int count() {
        return count;
    }

    byte[] rows() {
        return sink.finish();
    }

    /** Where the next page begins, or null when this is the last. */
    @Nullable
    String nextCursor() {
        if (!more || last == null || question.live()) {
            return null;
        }
        int columns = question.dataset().columns().size();
        List<String> key = Arrays.stream(last, columns, last.length)
                .map(Objects::requireNonNull)
                .toList();
        return Cursor.text(question.fingerprint(), question.range(), key);
    }
}
