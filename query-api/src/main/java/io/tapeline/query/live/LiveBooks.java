package io.tapeline.query.live;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.instrument.InstrumentId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The newest book of each instrument that the bus told of. Safe for use by several threads. */
@Component
public final class LiveBooks implements Consumer<MarketEvent> {
    /** Books of further instruments are not kept; they are answered from the database. */
    static final int MOST = 10_000;

    /** A book that has not moved for so long is forgotten: its instrument has ended, or the database has it as well. */
    private static final long KEPT_MICROS = 3_600_000_000L;

    private static final long SWEPT_EVERY_MICROS = 60_000_000L;

    private final Map<InstrumentId, Orderbook> books = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong();

    @Override
    public void accept(MarketEvent event) {
        if (event instanceof Orderbook book) {
            sweep(book.header().receivedAt());
            if (books.size() < MOST || books.containsKey(book.instrumentId())) {
                books.merge(book.instrumentId(), book, LiveBooks::newer);
            }
        }
    }

    private void sweep(long now) {
        long last = swept.get();
        if (now - last >= SWEPT_EVERY_MICROS && swept.compareAndSet(last, now)) {
            books.values().removeIf(book -> book.header().receivedAt() < now - KEPT_MICROS);
        }
    }

    private static Orderbook newer(Orderbook known, Orderbook arrived) {
        return arrived.header().timestamp() >= known.header().timestamp() ? arrived : known;
    }

    Collection<Orderbook> all() {
        return books.values();
    }
}
