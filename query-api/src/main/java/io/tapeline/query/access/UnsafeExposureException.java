package io.tapeline.query.access;

/** The configuration would let anybody ask. */
public final class UnsafeExposureException extends RuntimeException {
    UnsafeExposureException(String message) {
        super(message);
    }
}
