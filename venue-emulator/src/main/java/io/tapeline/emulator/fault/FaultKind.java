package io.tapeline.emulator.fault;

/** What may go wrong. */
public enum FaultKind {
    /** Connections are cut without a close frame: at once, and again every {@code millis} when that is given. */
    DISCONNECT,
    /** Handshakes are answered with {@code status} (503). */
    REFUSE_CONNECTION,
    /** Frames are lost; what they told was produced and is in REST history. */
    SKIP,
    /** A stream goes silent, subscription and connection intact. */
    STOP,
    /** Frames come {@code millis} late, in order. */
    DELAY,
    /** Frames come twice. */
    DUPLICATE,
    /** A frame comes after the one that follows it. */
    REORDER,
    /** Frames are no JSON. */
    MALFORMED,
    /** Frames end in the middle. */
    TRUNCATED,
    /** Frames are padded with {@code amount} characters (8 000 000). */
    OVERSIZED,
    /** An event of a type nobody knows comes before the frame. */
    UNKNOWN_EVENT,
    /** Subscriptions are answered with an error and not made; {@code amount} 1: with the error object inside. */
    REJECT_SUBSCRIPTION,
    /** Subscriptions are made and not answered. */
    NO_ACK,
    /** The venue sends no pings. */
    NO_PING,
    /** The maintenance notice is sent, and {@code millis} (1 000) later the connection is cut. */
    SERVER_SHUTDOWN,
    /** REST requests are answered with {@code status}; 429 and 418 with {@code Retry-After} of {@code amount} (1) seconds. */
    HTTP_STATUS,
    /** REST requests are never answered; after {@code millis}, when given, the connection is cut. */
    HTTP_TIMEOUT,
    /** REST answers come {@code millis} late. */
    HTTP_DELAY,
    /** REST answers end in the middle. */
    HTTP_TRUNCATED,
    /** All times of the venue are off by {@code millis}. */
    WRONG_CLOCK;

    boolean ofFrames() {
        return switch (this) {
            case SKIP, STOP, DELAY, DUPLICATE, REORDER, MALFORMED, TRUNCATED, OVERSIZED, UNKNOWN_EVENT -> true;
            default -> false;
        };
    }

    boolean ofRest() {
        return switch (this) {
            case HTTP_STATUS, HTTP_TIMEOUT, HTTP_DELAY, HTTP_TRUNCATED -> true;
            default -> false;
        };
    }

    /** Whether it happens to connections when it is ordered, rather than to frames and requests as they come. */
    boolean ofConnections() {
        return this == DISCONNECT || this == SERVER_SHUTDOWN;
    }
}
