package io.tapeline.query.request;

import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked request.
 *
 * @param range the time window; null where a dataset has none
 * @param openEnded whether the window ends now, so that the answer may still change
 * @param filters values to bind, by the filters that apply
 * @param limit most rows of the page
 * @param fingerprint identifies dataset and filters, for cursors
 * @param echo the filters as they were understood, for the answer; text, numbers and flags
 */
public record Question(
        Dataset dataset,
        @Nullable String exchange,
        @Nullable String market,
        @Nullable String symbol,
        @Nullable TimeRange range,
        boolean openEnded,
        Map<Filter, Object> filters,
        int limit,
        @Nullable Cursor cursor,
        Format format,
        boolean numbersAsText,
        boolean summary,
        boolean live,
        int fingerprint,
        Map<String, Object> echo)
        implements Reading {}
