package io.tapeline.query.request;

import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Order.KeyColumn;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins: after the row with this key. It also carries the time window of the first page, so that
 * the window of a relative request does not move while somebody reads page after page.
 *
 * @param key values of the columns of the dataset's order
 */
public record Cursor(@Nullable TimeRange range, List<Object> key) {
    private static final String SEPARATOR = "\n";
    private static final int FIXED_PARTS = 3;

    /**
     * Text of the position after a row.
     *
     * @param filters identifies the filters it is valid for
     * @param key texts of the row's key
     */
    public static String text(int filters, @Nullable TimeRange range, List<String> key) {
        List<String> parts = new ArrayList<>();
        parts.add(Integer.toHexString(filters));
        parts.add(range == null ? "" : range.from().toString());
        parts.add(range == null ? "" : range.to().toString());
        parts.addAll(key);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one, or null when it is none of this dataset and these filters. */
    static @Nullable Cursor read(String text, Dataset dataset, int filters) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(plain.split(SEPARATOR, -1));
            List<KeyColumn> columns = dataset.order().columns();
            boolean fits = parts.size() == FIXED_PARTS + columns.size()
                    && parts.getFirst().equals(Integer.toHexString(filters))
                    && plain.indexOf('\0') < 0;
            return fits ? of(parts, columns) : null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static Cursor of(List<String> parts, List<KeyColumn> columns) {
        TimeRange range =
                parts.get(1).isEmpty() ? null : new TimeRange(Times.parse(parts.get(1)), Times.parse(parts.get(2)));
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            key.add(value(parts.get(FIXED_PARTS + i), columns.get(i).type()));
        }
        return new Cursor(range, List.copyOf(key));
    }

    private static Object value(String text, KeyColumn.Type type) {
        return switch (type) {
            case TEXT -> text;
            case TIME -> Instant.parse(text);
            case INTEGER -> Long.valueOf(text);
        };
    }
}
