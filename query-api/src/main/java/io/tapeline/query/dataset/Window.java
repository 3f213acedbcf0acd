package io.tapeline.query.dataset;

/** What the time window of a request does to a dataset. */
public enum Window {
    /** Keeps rows whose timestamp lies in it; the last 24 hours unless told otherwise. */
    ROWS,
    /** As {@link #ROWS}, but everything unless told otherwise. */
    OPTIONAL,
    /** As {@link #ROWS} where one is given; else the newest row of each instrument, of the last 24 hours. */
    NEWEST_UNLESS_GIVEN,
    /** Is given to the relation, which computes over it. */
    RELATION
}
