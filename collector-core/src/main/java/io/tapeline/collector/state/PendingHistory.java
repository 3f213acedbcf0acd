package io.tapeline.collector.state;

/**
 * History of a stream that is still to be fetched.
 *
 * @param from epoch microseconds; what lies before has been fetched and is durable
 * @param to epoch microseconds, excluded
 */
public record PendingHistory(StreamKey stream, long from, long to) {}
