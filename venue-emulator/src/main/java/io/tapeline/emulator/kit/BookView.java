package io.tapeline.emulator.kit;

/**
 * How a stream shows a book.
 *
 * @param depth levels of each side
 * @param millis between messages; below the emulator's step, every step
 * @param whole each message is the whole book, rather than what changed since the one before
 */
public record BookView(int depth, int millis, boolean whole) {
    /** Changes of all levels. */
    public static BookView changes(int millis) {
        return new BookView(Integer.MAX_VALUE, millis, false);
    }

    /** Changes of the best levels: one that is pushed out of them is told as gone, one that moves up as new. */
    public static BookView changes(int depth, int millis) {
        return new BookView(depth, millis, false);
    }

    /** The best levels, all of them each time something changed among them, and every five seconds. */
    public static BookView whole(int depth, int millis) {
        return new BookView(depth, millis, true);
    }
}
