package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Book;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.stream.Opening;
import io.tapeline.emulator.stream.StreamChannel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A book stream as deep as the venue shows it. It opens with a snapshot for each newcomer; what follows, at a cadence and
 * when something changed, continues that snapshot exactly. A book nobody listens to costs nothing.
 */
public final class BookStream implements Opening {
    /** Whole books are told again after this, changed or not. */
    private static final long REPEAT_MILLIS = 5_000;

    private final Book book;
    private final StreamChannel channel;
    private final int depth;
    private final boolean whole;
    private final Cadence cadence;
    private final Function<BookMessage, String> text;
    private final Consumer<BookMessage> ledger;
    private List<Level> toldBids = List.of();
    private List<Level> toldAsks = List.of();
    private long toldId;
    private long checkedId;
    private long sequence;
    private long toldAt;

    BookStream(
            Book book,
            StreamChannel channel,
            BookView view,
            long start,
            Function<BookMessage, String> text,
            Consumer<BookMessage> ledger) {
        this.book = book;
        this.channel = channel;
        this.text = text;
        this.ledger = ledger;
        depth = view.depth();
        whole = view.whole();
        cadence = new Cadence(view.millis(), start);
        sequence = new StartIds(start).trades();
        channel.opensWith(this);
    }

    @Override
    public List<String> frames() {
        if (channel.wanted()) {
            update(book.lastTime());
        } else {
            tell(book.top(true, depth), book.top(false, depth), book.lastId());
        }
        return List.of(text.apply(snapshot()));
    }

    void step(long time) {
        if (cadence.due(time) && channel.wanted()) {
            update(time);
        }
    }

    private void update(long time) {
        boolean repeated = whole && time - toldAt >= REPEAT_MILLIS;
        if (book.lastId() == checkedId && !repeated) {
            return;
        }
        checkedId = book.lastId();
        List<Level> bids = book.top(true, depth);
        List<Level> asks = book.top(false, depth);
        if (repeated || !bids.equals(toldBids) || !asks.equals(toldAsks)) {
            toldAt = time;
            sequence++;
            publish(whole ? replacement(bids, asks) : changes(bids, asks));
        }
    }

    private void publish(BookMessage message) {
        ledger.accept(message);
        channel.publish(text.apply(message));
    }

    private BookMessage replacement(List<Level> bids, List<Level> asks) {
        tell(bids, asks, book.lastId());
        return snapshot();
    }

    private BookMessage changes(List<Level> bids, List<Level> asks) {
        List<Level> changedBids = LevelChanges.between(toldBids, bids, true);
        List<Level> changedAsks = LevelChanges.between(toldAsks, asks, false);
        long previous = toldId;
        tell(bids, asks, book.lastId());
        return new BookMessage(
                false, toldId, previous, sequence, book.lastTime(), changedBids, changedAsks, bids, asks);
    }

    private void tell(List<Level> bids, List<Level> asks, long id) {
        toldBids = bids;
        toldAsks = asks;
        toldId = id;
        checkedId = id;
    }

    private BookMessage snapshot() {
        return new BookMessage(
                true, toldId, toldId, sequence, book.lastTime(), toldBids, toldAsks, toldBids, toldAsks);
    }
}
