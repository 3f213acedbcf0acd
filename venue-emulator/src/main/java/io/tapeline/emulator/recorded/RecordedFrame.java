package io.tapeline.emulator.recorded;

/**
 * A line of a recording.
 *
 * @param received epoch microseconds
 * @param rest whether it is the answer to a request
 * @param url what was asked; empty when unknown
 * @param text the frame as it was received
 */
public record RecordedFrame(long received, boolean rest, String url, String text) {}
