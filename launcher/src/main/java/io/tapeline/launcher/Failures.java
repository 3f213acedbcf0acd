package io.tapeline.launcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what went wrong in one line; the whole of it goes to the log at debug level. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final int LONGEST = 400;

    private Failures() {}

    static String oneLine(Throwable failure) {
        Throwable told = failure;
        while (told.getCause() != null && !(told instanceof UserError)) {
            told = told.getCause();
        }
        log.debug("failed", failure);
        String message = told.getMessage() == null ? told.getClass().getSimpleName() : told.getMessage();
        String line = message.lines().findFirst().orElse(message);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
