package io.tapeline.query.live;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.instrument.InstrumentId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The newest book of each instrument that the bus told of. Safe for use by several threads. */
@Component
public final class LiveBooks implements Consumer<MarketEvent> {
    /** Books of further instruments are not kept; they are answered from the database. */
    static final int MOST = 10_000;

    private final Map<InstrumentId, Orderbook> books = new ConcurrentHashMap<>();

    @Override
    public void accept(MarketEvent event) {
        if (event instanceof Orderbook book && (books.size() < MOST || books.containsKey(book.instrumentId()))) {
            books.merge(book.instrumentId(), book, LiveBooks::newer);
        }
    }

    private static Orderbook newer(Orderbook known, Orderbook arrived) {
        return arrived.header().timestamp() >= known.header().timestamp() ? arrived : known;
    }

    Collection<Orderbook> all() {
        return books.values();
    }
}
