package io.tapeline.bus;

import org.jspecify.annotations.Nullable;

/** Exceptions as one line. */
final class Causes {
    private Causes() {}

    /** The innermost cause that says something. */
    static String shortest(Throwable failure) {
        String said = failure.getClass().getSimpleName();
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && !message.isBlank()) {
                said = message;
            }
        }
        return said.lines().findFirst().orElse(said);
    }
}
