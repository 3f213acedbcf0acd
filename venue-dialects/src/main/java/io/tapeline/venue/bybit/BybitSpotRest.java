package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.RestCall;
import java.util.List;

/** REST calls of pairs. The newest 60 trades are all that the venue tells of them. */
final class BybitSpotRest extends BybitRest {
    private static final int TRADES = 60;

    BybitSpotRest(BybitSpotSettings settings) {
        super(BybitCategory.SPOT, settings.hosts(), settings.intervals(), TRADES);
    }

    /** All that trade in one answer: there are no pages, and no word of those that ended. */
    @Override
    public List<RestCall> instruments() {
        return List.of(calls().listing());
    }
}
