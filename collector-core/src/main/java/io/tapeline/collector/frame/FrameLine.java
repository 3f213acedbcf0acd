package io.tapeline.collector.frame;

import org.jspecify.annotations.Nullable;

/** A line of a recording. */
public sealed interface FrameLine {
    /** Number of the line, from one. */
    long line();

    /**
     * A frame.
     *
     * @param session name of the recording it belongs to; when it changes, books and sequences start afresh
     */
    record Frame(long line, @Nullable String session, RawFrame frame) implements FrameLine {}

    /** A moment in a connection's life. */
    record Mark(
            long line,
            @Nullable String session,
            FrameMark.Event event,
            @Nullable String feed,
            @Nullable String connection)
            implements FrameLine {}

    /**
     * Not a line of a recording.
     *
     * @param reason names the field and what was expected
     */
    record Bad(long line, String reason) implements FrameLine {}
}
