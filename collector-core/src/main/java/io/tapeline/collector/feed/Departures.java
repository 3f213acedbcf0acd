package io.tapeline.collector.feed;

import io.tapeline.collector.state.StreamKey;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What is done about instruments that are not collected any more. Lives on the feed's scheduler. */
final class Departures {
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    /** Markets whose instruments end. */
    private static final Set<Market> EXPIRING = Set.of(Market.FUTURE, Market.OPTION, Market.PREDICTION);

    private final String feed;
    private final FeedInstruments instruments;
    private final FeedPipeline pipeline;
    private final Backfill backfill;
    private final SavedPositions positions;
    private final LongSupplier now;

    /** @param now epoch microseconds */
    Departures(
            String feed,
            FeedInstruments instruments,
            FeedPipeline pipeline,
            Backfill backfill,
            SavedPositions positions,
            LongSupplier now) {
        this.feed = feed;
        this.instruments = instruments;
        this.pipeline = pipeline;
        this.backfill = backfill;
        this.positions = positions;
        this.now = now;
    }

    /** Not listed any more, or not live. What has an end comes to it without ado: some venues end thousands a day. */
    void leave(InstrumentId instrument) {
        Instrument known = instruments.find(instrument.symbol());
        boolean expired = known == null || (known.expiry() != null && known.expiry() <= now.getAsLong());
        log.atLevel(expired ? Level.DEBUG : Level.INFO)
                .log("{}: {} is not collected any more", feed, instrument.symbol());
        forget(instrument);
        pipeline.statuses().forget(instrument, "not traded any more");
    }

    /** Forgets whatever is still known of instruments that ended long ago, here or before this process was. */
    void forgetEnded() {
        instruments.forgetEnded(now.getAsLong()).forEach(this::forget);
        positions.forget(stream -> isGone(stream.instrument())).stream()
                .map(StreamKey::instrument)
                .distinct()
                .forEach(this::forget);
    }

    private void forget(InstrumentId instrument) {
        pipeline.forget(instrument);
        backfill.forget(instrument);
    }

    private boolean isGone(InstrumentId instrument) {
        return EXPIRING.contains(instrument.market())
                && !instrument.symbol().equals(InstrumentId.WHOLE_FEED)
                && instruments.find(instrument.symbol()) == null;
    }
}
