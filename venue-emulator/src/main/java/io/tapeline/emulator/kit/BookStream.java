package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Book;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.stream.Opening;
import io.tapeline.emulator.stream.StreamChannel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

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
    private final BookView.Form form;
    private final Cadence cadence;
    private final Function<BookMessage, String> text;
    private final Consumer<BookMessage> ledger;
    private List<Level> toldBids = List.of();
    private List<Level> toldAsks = List.of();
    private long toldId;
    private long sentId;
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
        form = view.form();
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
        return List.of(text.apply(snapshot(sequence)));
    }

    void step(long time) {
        if (cadence.due(time) && channel.wanted()) {
            update(time);
        }
    }

    private void update(long time) {
        boolean repeated = form == BookView.Form.WHOLE && time - toldAt >= REPEAT_MILLIS;
        if (book.lastId() == checkedId && !repeated) {
            return;
        }
        checkedId = book.lastId();
        List<Level> bids = book.top(true, depth);
        List<Level> asks = book.top(false, depth);
        if (repeated || !bids.equals(toldBids) || !asks.equals(toldAsks)) {
            toldAt = time;
            List<Level> changedBids = LevelChanges.between(toldBids, bids, true);
            List<Level> changedAsks = LevelChanges.between(toldAsks, asks, false);
            tell(bids, asks, book.lastId());
            switch (form) {
                case WHOLE -> publish(snapshot(++sequence));
                case CHANGES -> publish(changes(changedBids, changedAsks));
                case LEVELS -> {
                    oneByOne(changedBids, changedAsks, level -> level.size() == 0);
                    oneByOne(changedBids, changedAsks, level -> level.size() > 0);
                }
            }
        }
    }

    private void publish(BookMessage message) {
        ledger.accept(message);
        channel.publish(text.apply(message));
    }

    private void oneByOne(List<Level> bids, List<Level> asks, Predicate<Level> wanted) {
        bids.stream().filter(wanted).forEach(level -> publish(changes(List.of(level), List.of())));
        asks.stream().filter(wanted).forEach(level -> publish(changes(List.of(), List.of(level))));
    }

    private BookMessage changes(List<Level> bids, List<Level> asks) {
        long previous = sentId;
        sentId = toldId;
        return new BookMessage(false, toldId, previous, ++sequence, book.lastTime(), bids, asks, toldBids, toldAsks);
    }

    private void tell(List<Level> bids, List<Level> asks, long id) {
        toldBids = bids;
        toldAsks = asks;
        toldId = id;
        checkedId = id;
    }

    private BookMessage snapshot(long number) {
        sentId = toldId;
        return new BookMessage(true, toldId, toldId, number, book.lastTime(), toldBids, toldAsks, toldBids, toldAsks);
    }
}
