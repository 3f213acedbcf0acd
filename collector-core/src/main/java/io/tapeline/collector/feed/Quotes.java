package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Decoded.QuoteChange;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Quote;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merges best bids and asks that come side by side. Not for use by several threads. */
final class Quotes {
    /** A best price, or none. */
    private record Best(
            @Nullable BigDecimal price, @Nullable BigDecimal size) {
        static final Best NONE = new Best(null, null);

        Best after(Levels changes) {
            Best best = this;
            for (int i = 0; i < changes.size(); i++) {
                BigDecimal price = changes.price(i);
                if (changes.size(i).signum() != 0) {
                    best = new Best(price, changes.size(i));
                } else if (best.price != null && best.price.compareTo(price) == 0) {
                    best = NONE;
                }
            }
            return best;
        }
    }

    private record Touch(Best bid, Best ask) {
        static final Touch EMPTY = new Touch(Best.NONE, Best.NONE);
    }

    private final Map<InstrumentId, Touch> known = new HashMap<>();

    /** The quote after a change; none while one side may be missing because nothing was told whole. */
    Optional<Quote> take(QuoteChange change) {
        InstrumentId instrument = change.header().instrument();
        Touch before = change.snapshot() ? Touch.EMPTY : known.get(instrument);
        if (before == null) {
            return Optional.empty();
        }
        Touch now = new Touch(before.bid.after(change.bids()), before.ask.after(change.asks()));
        known.put(instrument, now);
        return Optional.of(new Quote(
                change.header(),
                now.bid.price,
                now.bid.size,
                now.ask.price,
                now.ask.size,
                change.sizeUnit(),
                change.sequence()));
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        known.remove(instrument);
    }
}
