package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Level;
import java.util.List;

/**
 * One message of a book stream, for the venue to write.
 *
 * @param snapshot whether {@code bids} and {@code asks} are the whole book as deep as the stream shows it, or only what
 *     changed, as absolute sizes with 0 for a level that is gone
 * @param id of the book's last change
 * @param previousId {@code id} of the message before in this stream; of a snapshot, its own
 * @param sequence of this stream: one more than that of the message before; a snapshot for a newcomer repeats that of the
 *     newest message, which it stands for
 * @param time of the book's last change, epoch milliseconds
 * @param bids best first
 * @param asks best first
 * @param allBids the side after this message, best first, for checksums; of single levels, after the last of them
 */
public record BookMessage(
        boolean snapshot,
        long id,
        long previousId,
        long sequence,
        long time,
        List<Level> bids,
        List<Level> asks,
        List<Level> allBids,
        List<Level> allAsks) {}
