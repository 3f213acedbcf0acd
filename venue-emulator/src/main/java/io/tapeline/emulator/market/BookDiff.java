package io.tapeline.emulator.market;

import java.util.List;

/**
 * The changes of a book over a window of ids.
 *
 * @param firstId id of the first change
 * @param lastId id of the last change
 * @param previousId last id of the window before
 * @param time of the last change
 */
public record BookDiff(long firstId, long lastId, long previousId, long time, List<Level> bids, List<Level> asks) {}
