package io.tapeline.collector.feed;

import io.tapeline.model.event.*;

/** Gives events without a venue id their number among equals. */
final class Numbering {
    private Numbering() {}

    static MarketEvent number(MarketEvent event, Occurrences occurrences) {
        return switch (event) {
            case Trade e
            when e.tradeId() == null -> {
                int n = occurrences.next(e);
                yield n == 0
                        ? e
                        : new Trade(
                                e.header().withN(n),
                                null,
                                e.side(),
                                e.price(),
                                e.size(),
                                e.sizeUnit(),
                                e.baseSize(),
                                e.valueUsd(),
                                e.sequence(),
                                e.isLiquidation(),
                                e.metadata());
            }
            case Liquidation e
            when e.tradeId() == null -> {
                int n = occurrences.next(e);
                yield n == 0
                        ? e
                        : new Liquidation(
                                e.header().withN(n),
                                e.side(),
                                e.price(),
                                e.size(),
                                e.sizeUnit(),
                                e.baseSize(),
                                e.valueUsd(),
                                null);
            }
            default -> event;
        };
    }
}
