package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Decoded.TickerChange;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges what tickers tell piece by piece. Not for use by several threads. */
final class Tickers {
    private final Map<InstrumentId, Ticker> known = new HashMap<>();

    /** The events of a change: of each kind that it touches, with what was known before. */
    List<MarketEvent> take(TickerChange change) {
        InstrumentId instrument = change.header().instrument();
        Ticker before = known.get(instrument);
        Ticker now = before == null || change.snapshot()
                ? change.values()
                : change.values().over(before);
        known.put(instrument, now);
        return events(change, now);
    }

    private static List<MarketEvent> events(TickerChange change, Ticker now) {
        List<MarketEvent> events = new ArrayList<>(3);
        if (change.values().hasPrices()) {
            events.add(new MarkPrice(change.header(), now.markPrice(), now.indexPrice(), now.lastPrice()));
        }
        if (change.values().hasFunding() && now.fundingRate() != null) {
            events.add(new FundingRate(
                    change.header(),
                    now.fundingRate(),
                    FundingStatus.ESTIMATED,
                    now.fundingIntervalHours(),
                    null,
                    now.predictedRate(),
                    now.nextFundingTime(),
                    Map.of()));
        }
        if (change.values().hasOpenInterest() && now.openInterest() != null) {
            events.add(new OpenInterest(
                    change.header(), now.openInterest(), now.openInterestBase(), now.openInterestUsd(), Map.of()));
        }
        return events;
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        known.remove(instrument);
    }
}
