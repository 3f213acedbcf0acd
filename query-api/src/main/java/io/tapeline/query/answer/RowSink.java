package io.tapeline.query.answer;

import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.request.Question;
import org.jspecify.annotations.Nullable;

/** Takes rows and gives the bytes of an answer's rows. */
interface RowSink {
    /** @param cells texts, at least one per column; further ones are ignored */
    void write(@Nullable String[] cells);

    /** Bytes so far, about. */
    int size();

    /** All bytes; nothing can be written after it. */
    byte[] finish();

    static RowSink of(Question question) {
        Dataset dataset = question.dataset();
        return switch (question.format()) {
            case JSON -> JsonRows.array(dataset.columns(), question.numbersAsText());
            case NDJSON -> JsonRows.lines(dataset.columns(), question.numbersAsText());
            case CSV -> new CsvRows(dataset.columns());
        };
    }
}
