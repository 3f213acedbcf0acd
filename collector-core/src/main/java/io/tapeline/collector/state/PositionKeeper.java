package io.tapeline.collector.state;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Follows how far each stream is durable. Safe for use by several threads. */
public final class PositionKeeper {
    private final Map<StreamKey, Position> positions = new ConcurrentHashMap<>();
    private final Continuity trades;

    /** @param trades what numbers the trades of the feed */
    public PositionKeeper(Continuity trades) {
        this.trades = trades;
    }

    /** Begins where another process stopped. */
    public void restore(Map<StreamKey, Position> saved) {
        positions.putAll(saved);
    }

    /** These events are durable. */
    public void onDurable(List<MarketEvent> events) {
        for (MarketEvent event : events) {
            Kind kind = event.kind();
            if (event.header().origin() == Origin.LIVE && (!kind.derived() || kind == Kind.ORDERBOOK)) {
                Position position = new Position(
                        id(event), event.header().timestamp(), event.header().receivedAt());
                positions.merge(StreamKey.of(event), position, Position::advance);
            }
        }
    }

    /**
     * Forgets streams that will not go on.
     *
     * @return those it knew
     */
    public List<StreamKey> forget(Predicate<StreamKey> ended) {
        List<StreamKey> forgotten = positions.keySet().stream().filter(ended).toList();
        forgotten.forEach(positions::remove);
        return forgotten;
    }

    private long id(MarketEvent event) {
        return event instanceof Trade trade ? trades.number(trade) : -1;
    }

    public Map<StreamKey, Position> positions() {
        return Map.copyOf(positions);
    }
}
