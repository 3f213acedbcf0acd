package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Book;
import io.tapeline.emulator.market.BookDiff;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.stream.StreamChannel;

/** A diff stream: what changed in a book, at a cadence. */
final class DepthStream {
    private final int millis;
    private final Cadence cadence;
    private final StreamChannel channel;
    private final Sink sink;

    DepthStream(int millis, long start, StreamChannel channel, Sink sink) {
        this.millis = millis;
        this.channel = channel;
        this.sink = sink;
        cadence = new Cadence(millis, start);
    }

    void step(Book book, long time) {
        if (cadence.due(time)) {
            book.take(millis).ifPresent(diff -> sink.accept(channel, diff, time));
        }
    }

    @FunctionalInterface
    interface Sink {
        void accept(StreamChannel channel, BookDiff diff, long time);
    }
}
