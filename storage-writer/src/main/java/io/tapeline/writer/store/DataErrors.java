package io.tapeline.writer.store;

import io.r2dbc.spi.R2dbcException;
import java.util.Optional;

/** Tells an event that can never be stored from a database that cannot store at the moment. */
final class DataErrors {
    private DataErrors() {}

    /**
     * The reason when the values are to blame: SQLSTATE class 22 (data exception), 23 (constraint), 54 (a value beyond
     * a limit of the server, such as an index entry too long). Anything else, a full disk (53100) among it, may pass.
     */
    static Optional<String> reason(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database && database.getSqlState() != null) {
                String state = database.getSqlState();
                return state.startsWith("22") || state.startsWith("23") || state.startsWith("54")
                        ? Optional.of("database: " + firstLine(database) + " (SQLSTATE " + state + ")")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage() == null ? error : error.getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
