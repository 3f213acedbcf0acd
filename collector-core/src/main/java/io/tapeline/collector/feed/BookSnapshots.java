package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/** Fetches whole books; one that does not come is asked for again after a pause. Lives on the feed's scheduler. */
final class BookSnapshots {
    private static final Logger log = LoggerFactory.getLogger(BookSnapshots.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String feed;
    private final VenueRest rest;
    private final RestGateway gateway;
    private final InstrumentLookup instruments;
    private final Scheduler scheduler;
    private final FeedPipeline pipeline;

    BookSnapshots(
            String feed,
            VenueRest rest,
            RestGateway gateway,
            InstrumentLookup instruments,
            Scheduler scheduler,
            FeedPipeline pipeline) {
        this.feed = feed;
        this.rest = rest;
        this.gateway = gateway;
        this.instruments = instruments;
        this.scheduler = scheduler;
        this.pipeline = pipeline;
    }

    void fetch(InstrumentId instrument) {
        rest.bookSnapshot(instrument)
                .ifPresent(call -> gateway.send(call, instruments, scheduler, result -> onResult(instrument, result)));
    }

    private void onResult(InstrumentId instrument, RestResult result) {
        switch (result) {
            case RestResult.Answered answered -> pipeline.onFrame(answered.frame(), answered.decoded());
            case RestResult.Failed failed -> {
                log.warn("{} book of {} not fetched: {}", feed, instrument.symbol(), failed.detail());
                scheduler.schedule(
                        () -> pipeline.books().ifPresent(books -> books.onSnapshotFailed(instrument)),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        }
    }
}
