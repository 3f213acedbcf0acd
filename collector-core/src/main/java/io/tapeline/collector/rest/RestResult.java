package io.tapeline.collector.rest;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import java.util.List;

/** Outcome of a REST call. */
public sealed interface RestResult {

    /** The venue answered with data. */
    record Answered(RawFrame frame, List<Decoded> decoded) implements RestResult {}

    /**
     * It did not, after all retries.
     *
     * @param detail one line for people, without secrets
     */
    record Failed(Reason reason, String detail) implements RestResult {}

    /** Why a call failed. */
    enum Reason {
        /** Over the limit (429), or banned for a while (418): the budget is closed until the venue's time is up. */
        LIMITED,
        /** The venue will never answer this call: unknown symbol, bad parameter, key required. */
        REFUSED,
        /** The venue does not serve this place (403, 451). */
        BLOCKED,
        /** No connection, time-out, 5xx. */
        UNAVAILABLE,
        /** The answer is too long or not what is documented. */
        MALFORMED
    }
}
