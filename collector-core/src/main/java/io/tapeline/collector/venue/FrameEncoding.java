package io.tapeline.collector.venue;

/** How a venue packs its frames. */
public enum FrameEncoding {
    /** Text frames; a binary one is a fault. */
    TEXT,
    /** Binary frames of UTF-8 text as it is; text frames too. */
    BINARY,
    /** Each binary frame is one GZIP member of UTF-8 text. */
    GZIP
}
