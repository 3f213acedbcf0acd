package io.tapeline.collector.rest;

/** An answer longer than the settings allow. */
final class BodyTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLong(long limit) {
        super("answer longer than " + limit + " bytes", null, false, false);
    }
}
