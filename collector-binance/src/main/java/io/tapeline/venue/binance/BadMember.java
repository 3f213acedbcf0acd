package io.tapeline.venue.binance;

/** A member that is not what Binance documents. Stays inside the decoder, which turns it into a value. */
final class BadMember extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 200;

    BadMember(String name, String problem) {
        // No stack trace: bad input is expected, and there may be much of it.
        super(name + ": " + printable(problem), null, false, false);
    }

    /** What a message quotes comes from outside: it must stay one short line in a log. */
    private static String printable(String text) {
        String line = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
