package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookStream;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incremental book: those who subscribe hear changes and nothing else, those who ask get a whole one, which is up to a
 * second old as the venue's are.
 */
final class HtxMbpBook {
    private static final long REFRESH_MILLIS = 1_000;

    /** Shallow books leave a side out that did not change, deep ones send it empty. */
    private static final int DEEP = 150;

    private final SymbolSpec spec;
    private final StreamChannel channel;
    private final BookStream stream;
    private final int depth;
    private @Nullable BookMessage newest;
    private @Nullable BookMessage offered;

    HtxMbpBook(StreamHub hub, ListedContract listed, int depth) {
        this.spec = listed.spec();
        this.depth = depth;
        channel = hub.channel(HtxSpotSession.BOOKS, "market." + listed.symbol() + ".mbp." + depth);
        stream = listed.book(channel, BookView.changes(depth, depth < DEEP ? 10 : 100), this::told);
        channel.opensWith(() -> {
            remember();
            return List.of();
        });
    }

    String topic() {
        return channel.name();
    }

    private String told(BookMessage message) {
        newest = message;
        return message.snapshot() ? "" : change(message);
    }

    private String change(BookMessage message) {
        Json tick = Json.object().number("seqNum", message.id()).number("prevSeqNum", message.previousId());
        side(tick, "asks", message.asks());
        side(tick, "bids", message.bids());
        return Json.object()
                .text("ch", channel.name())
                .number("ts", message.time() + 3)
                .raw("tick", tick.end())
                .end();
    }

    private void side(Json tick, String name, List<Level> levels) {
        if (depth >= DEEP || !levels.isEmpty()) {
            tick.levels(name, spec, levels, LevelShape.NUMBERS);
        }
    }

    /** Takes note of the book as what follows will continue it. */
    private void remember() {
        stream.frames();
    }

    /** @param id as it came */
    String whole(String id, long now) {
        if (!channel.wanted()) {
            remember();
        }
        BookMessage book = offered();
        String data = Json.object()
                .levels("bids", spec, book.allBids(), LevelShape.NUMBERS)
                .levels("asks", spec, book.allAsks(), LevelShape.NUMBERS)
                .number("seqNum", book.id())
                .end();
        return Json.object()
                .raw("id", id)
                .text("status", "ok")
                .number("ts", now)
                .text("rep", channel.name())
                .raw("data", data)
                .end();
    }

    private BookMessage offered() {
        BookMessage latest = Objects.requireNonNull(newest);
        if (offered == null || latest.time() - offered.time() >= REFRESH_MILLIS) {
            offered = latest;
        }
        return offered;
    }
}
