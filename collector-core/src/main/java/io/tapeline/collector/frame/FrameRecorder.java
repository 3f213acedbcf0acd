package io.tapeline.collector.frame;

/** Keeps what a feed receives, as received. Never blocks and never fails: recording must not hurt the feed. */
public interface FrameRecorder extends AutoCloseable {
    /** Keeps nothing. */
    FrameRecorder OFF = new FrameRecorder() {
        @Override
        public void offer(RawFrame frame) {}

        @Override
        public void mark(FrameMark mark) {}

        @Override
        public void close() {}
    };

    /** Takes a frame, before it is decoded; drops and counts it when there is no room. Safe for several threads. */
    void offer(RawFrame frame);

    /** Takes a mark in the same order as frames. */
    void mark(FrameMark mark);

    /** Writes what was taken and closes the file. */
    @Override
    void close();
}
