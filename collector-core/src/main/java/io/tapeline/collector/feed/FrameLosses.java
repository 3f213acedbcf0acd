package io.tapeline.collector.feed;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is lost with a frame that never came or cannot be read. Not for use by several threads. */
final class FrameLosses {
    private final Streams streams;
    private final @Nullable Books books;

    /** @param books of the feed, null where it has none */
    FrameLosses(Streams streams, @Nullable Books books) {
        this.streams = streams;
        this.books = books;
    }

    /**
     * A frame that cannot be read may have held trades or liquidations. Where these have no numbers that would show it, the
     * time around it is a gap; state that is sent again and again mends itself; books find out by their own rules, or are
     * built anew where these would not show it.
     */
    void read(RawFrame frame, List<Decoded> decoded, ConnectionFrames frames) {
        if (decoded.size() == 1 && decoded.getFirst() instanceof Decoded.Malformed) {
            if (books != null && !books.showLosses()) {
                heard(frames, Kind.BOOK).toList().forEach(book -> {
                    interrupt(book);
                    books.onLostFrames(book.instrument(), "a frame of its connection cannot be read", frame.received());
                });
            }
            if (frames.unreadable(frame.received())) {
                unnumbered(frames)
                        .forEach(stream ->
                                streams.interrupt(stream, streams.of(stream).lastReceived(), "malformed"));
            }
        } else if (frames.readableAgain(frame.received())) {
            unnumbered(frames).forEach(stream -> streams.mendByTime(stream, frame.received()));
        }
    }

    private Stream<StreamKey> unnumbered(ConnectionFrames frames) {
        return heard(frames, Kind.TRADE, Kind.LIQUIDATION)
                .filter(stream -> !streams.of(stream).continuity.consecutive());
    }

    private static Stream<StreamKey> heard(ConnectionFrames frames, Kind... kinds) {
        return frames.heard().stream().filter(stream -> List.of(kinds).contains(stream.kind()));
    }

    /** What was said of a book cannot be read. */
    void book(Decoded.BookLost lost, long received) {
        interrupt(new StreamKey(Kind.BOOK, lost.instrument()));
        if (books != null) {
            books.onUnreadable(lost.instrument(), "what was said of it cannot be read", received);
        }
    }

    private void interrupt(StreamKey book) {
        long last = streams.of(book).lastReceived();
        if (last > 0) {
            streams.interrupt(book, last, "malformed");
        }
    }

    /** A number of a frame: one that stays away was of a frame that may have concerned any stream of its connection. */
    void number(long number, long received, ConnectionFrames frames) {
        frames.lost(number, received)
                .ifPresent(since -> frames.heard().forEach(stream -> onLostFrame(stream, since, received)));
    }

    private void onLostFrame(StreamKey stream, long since, long received) {
        streams.interrupt(stream, since, "sequence");
        if (stream.kind() != Kind.BOOK) {
            streams.mendByTime(stream, received);
        } else if (books != null) {
            books.onLostFrames(stream.instrument(), "frames of its connection are missing", received);
        }
    }
}
