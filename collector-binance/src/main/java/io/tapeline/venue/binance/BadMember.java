package io.tapeline.venue.binance;

/** A member that is not what Binance documents. Stays inside the decoder, which turns it into a value. */
final class BadMember extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadMember(String name, String problem) {
        // No stack trace: bad input is expected, and there may be much of it.
        super(name + ": " + problem, null, false, false);
    }
}
