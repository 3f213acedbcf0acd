package io.tapeline.model.event;

/** State of a feed, connection, stream or symbol. */
public enum FeedState {
    /** Opening or subscribing. */
    CONNECTING,
    /** Delivering. */
    LIVE,
    /** A book lost its sequence and is being rebuilt. */
    RESYNCING,
    /** Subscribed but silent for longer than it should be. */
    STALE,
    /** Not connected; will be tried again. */
    DOWN,
    /** The venue has no such thing. */
    UNSUPPORTED,
    /** Switched off by configuration or after repeated failure. */
    OFF
}
