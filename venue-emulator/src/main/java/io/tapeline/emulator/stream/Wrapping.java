package io.tapeline.emulator.stream;

/**
 * How payloads look on a connection: as they are, with the stream's name around them, with a number of the connection.
 * Connections that share one object share the encoded text.
 */
@FunctionalInterface
public interface Wrapping {
    /** As published. */
    Wrapping BARE = (stream, payload) -> payload;

    /** @param stream empty for answers outside streams */
    String wrap(String stream, String payload);

    /**
     * Whether equal payloads look the same to all who have this object. Where they do not, each frame is wrapped once when
     * it is published, so that a frame that a fault takes away leaves a hole in the numbers.
     */
    default boolean shared() {
        return true;
    }

    /** One that numbers the frames of one connection. Each connection needs its own. */
    static Wrapping numbered(long first, Numbering numbering) {
        return new Wrapping() {
            private long next = first;

            @Override
            public String wrap(String stream, String payload) {
                return numbering.text(next++, stream, payload);
            }

            @Override
            public boolean shared() {
                return false;
            }
        };
    }

    /** Puts a number into a payload. */
    @FunctionalInterface
    interface Numbering {
        String text(long number, String stream, String payload);
    }
}
