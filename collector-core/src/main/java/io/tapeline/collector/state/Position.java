package io.tapeline.collector.state;

/**
 * How far a stream is durable.
 *
 * @param lastId highest numeric id, or -1
 * @param lastTime time of the newest event, epoch microseconds
 * @param lastReceived when that was received, epoch microseconds
 */
public record Position(long lastId, long lastTime, long lastReceived) {

    /** The farther of two. */
    public Position advance(Position other) {
        return new Position(
                Math.max(lastId, other.lastId),
                Math.max(lastTime, other.lastTime),
                Math.max(lastReceived, other.lastReceived));
    }
}
