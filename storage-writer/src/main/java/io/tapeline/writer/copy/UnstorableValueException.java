package io.tapeline.writer.copy;

/** A value that PostgreSQL cannot hold; the message says which and what was expected. */
public final class UnstorableValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnstorableValueException(String message) {
        super(message, null, false, false);
    }
}
