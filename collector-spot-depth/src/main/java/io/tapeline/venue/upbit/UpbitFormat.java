package io.tapeline.venue.upbit;

/** How the venue spells the members of its messages; the decoder reads all of them. */
enum UpbitFormat {
    DEFAULT,
    SIMPLE,
    /** Several messages a frame. */
    JSON_LIST,
    /** Several messages a frame, spelled short. */
    SIMPLE_LIST
}
