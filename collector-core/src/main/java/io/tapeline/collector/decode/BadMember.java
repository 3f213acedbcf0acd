package io.tapeline.collector.decode;

/** A member that is not what the venue documents. Stays inside the decoder, which turns it into a value. */
public final class BadMember extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 200;

    /**
     * @param name of the member, for people
     * @param problem what was expected, and what was there
     */
    public BadMember(String name, String problem) {
        // No stack trace: bad input is expected, and there may be much of it.
        super(printable(name) + ": " + printable(problem), null, false, false);
    }

    /** Name and problem in one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** What a message quotes comes from outside: it must stay one short line in a log. */
    private static String printable(String text) {
        String line = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
