package io.tapeline.query.store;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Why the database gave no answer. */
public final class StoreFault extends RuntimeException {
    private static final String QUERY_CANCELED = "57014";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String INVALID_SCHEMA = "3F000";
    private static final String UNDEFINED_COLUMN = "42703";

    /** Not there yet: what a migration of the writer creates. */
    private static final Set<String> NO_SCHEMA = Set.of(UNDEFINED_TABLE, INVALID_SCHEMA, UNDEFINED_COLUMN);

    /** Classes of SQLSTATE: connection, invalid authorisation, no such database, resources, operator, system. */
    private static final Set<String> AWAY = Set.of("08", "28", "3D", "53", "57", "58");

    private final Reason reason;

    /** What went wrong, and so what to do. */
    public enum Reason {
        /** The question takes longer than a question may. */
        TOO_SLOW,
        /** Cannot be reached, refuses, or is out of connections: may pass. */
        AWAY,
        /** The schema is not there yet: may pass. */
        NO_SCHEMA,
        /** A defect of ours. */
        DEFECT
    }

    private StoreFault(Reason reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static StoreFault of(Throwable error) {
        return error instanceof StoreFault fault ? fault : new StoreFault(reasonOf(error), error);
    }

    private static Reason reasonOf(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            Reason reason = knownReason(e);
            if (reason != null) {
                return reason;
            }
        }
        return Reason.DEFECT;
    }

    private static @Nullable Reason knownReason(Throwable e) {
        return switch (e) {
            case R2dbcException r2dbc when r2dbc.getSqlState() != null -> bySqlState(r2dbc.getSqlState());
            // Only the pool and the driver's connecting throw it; a statement's time is up by SQLSTATE.
            case R2dbcTimeoutException timeout -> Reason.AWAY;
            case TimeoutException timeout -> Reason.TOO_SLOW;
            case R2dbcNonTransientResourceException resource -> Reason.AWAY;
            case R2dbcTransientResourceException resource -> Reason.AWAY;
            case IOException io -> Reason.AWAY;
            case DataAccessResourceFailureException resource when resource.getCause() == null -> Reason.AWAY;
            default -> null;
        };
    }

    private static @Nullable Reason bySqlState(String state) {
        if (state.equals(QUERY_CANCELED)) {
            return Reason.TOO_SLOW;
        } else if (NO_SCHEMA.contains(state)) {
            return Reason.NO_SCHEMA;
        }
        return state.length() == 5 && AWAY.contains(state.substring(0, 2)) ? Reason.AWAY : null;
    }
}
