package io.tapeline.emulator.kit;

/**
 * How a stream shows a book.
 *
 * @param depth levels of each side
 * @param millis between messages; below the emulator's step, every step
 */
public record BookView(int depth, int millis, Form form) {
    /** What one message tells. */
    public enum Form {
        /** What changed since the one before. */
        CHANGES,
        /** One level that changed; those that are gone come first, so that the sides never cross. */
        LEVELS,
        /** The whole book. */
        WHOLE
    }

    /** Changes of all levels. */
    public static BookView changes(int millis) {
        return changes(Integer.MAX_VALUE, millis);
    }

    /** Changes of the best levels: one that is pushed out of them is told as gone, one that moves up as new. */
    public static BookView changes(int depth, int millis) {
        return new BookView(depth, millis, Form.CHANGES);
    }

    /** Changes of all levels, each in a message of its own. */
    public static BookView levels(int millis) {
        return new BookView(Integer.MAX_VALUE, millis, Form.LEVELS);
    }

    /** The best levels, all of them each time something changed among them, and every five seconds. */
    public static BookView whole(int depth, int millis) {
        return new BookView(depth, millis, Form.WHOLE);
    }
}
