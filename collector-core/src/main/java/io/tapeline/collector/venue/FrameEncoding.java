package io.tapeline.collector.venue;

/** How a venue packs its frames. */
public enum FrameEncoding {
    /** Text frames; a binary one is a fault. */
    TEXT,
    /** Each binary frame is one GZIP member of UTF-8 text. */
    GZIP
}
