package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Header;

/** Times of messages: that of the matching engine in microseconds, where they have one. */
final class CoinbaseHeaders {
    /** Old recordings have it where the time is not known. */
    private static final String YEAR_ONE = "0001-";

    private CoinbaseHeaders() {}

    static Header read(JsonValue message, String product, long received) {
        boolean timed = !message.textOr("time", YEAR_ONE).startsWith(YEAR_ONE);
        return timed
                ? Header.venue(CoinbaseVenue.instrument(product), message.iso("time"), received)
                : Header.received(CoinbaseVenue.instrument(product), received);
    }
}
