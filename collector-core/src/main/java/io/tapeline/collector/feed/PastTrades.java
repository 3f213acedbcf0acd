package io.tapeline.collector.feed;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;

/** Tells trades from before a connection, which come unmarked with its first message of them, from those that follow. */
final class PastTrades {
    private PastTrades() {}

    /**
     * The event, as history when it is such a trade.
     *
     * @param firstReceived when the first message of its stream came on its connection
     */
    static MarketEvent mark(MarketEvent event, long firstReceived) {
        return event instanceof Trade trade && isPast(trade, firstReceived) ? asHistory(trade) : event;
    }

    private static boolean isPast(Trade trade, long firstReceived) {
        return trade.header().origin() == Origin.LIVE && trade.header().receivedAt() == firstReceived;
    }

    private static Trade asHistory(Trade t) {
        return new Trade(
                t.header().withOrigin(Origin.BACKFILL),
                t.tradeId(),
                t.side(),
                t.price(),
                t.size(),
                t.sizeUnit(),
                t.baseSize(),
                t.valueUsd(),
                t.sequence(),
                t.isLiquidation(),
                t.metadata());
    }
}
