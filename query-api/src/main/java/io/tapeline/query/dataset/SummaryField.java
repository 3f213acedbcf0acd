package io.tapeline.query.dataset;

/** A member of a summary. */
public sealed interface SummaryField {
    String name();

    /** Passed through from the column of the same name. */
    record Plain(String name, ColumnType type) implements SummaryField {}

    /** A list of objects, one of which stands for each instrument; passed through as JSON. */
    record Each(String name) implements SummaryField {}

    /**
     * A mean, computed outside the database because its rounding is ours: 18 significant digits, HALF_EVEN. Null when the
     * count is zero.
     *
     * @param sum column with the exact sum
     * @param count column with the number of values in it
     * @param factor what the mean is multiplied with, such as 100 for percent
     */
    record Mean(String name, String sum, String count, int factor) implements SummaryField {}
}
