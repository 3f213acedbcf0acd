package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.instrument.InstrumentId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what of a configuration cannot be collected and why, each thing once; the rest goes on. */
final class SelectionNews {
    private static final Logger log = LoggerFactory.getLogger(SelectionNews.class);

    private final Venue venue;
    private final List<String> quotes;
    private final Statuses statuses;
    private final Set<String> told = new HashSet<>();
    private boolean idle;

    /** @param quotes against which assets are collected */
    SelectionNews(Venue venue, List<String> quotes, Statuses statuses) {
        this.venue = venue;
        this.quotes = quotes;
        this.statuses = statuses;
    }

    /** A configuration was compared with what the venue lists now. */
    void tell(Selection selection) {
        if (!selection.absent().isEmpty() && told.add("absent " + selection.absent())) {
            log.info("{} lists no {} against {}: skipped", venue.feed(), String.join(", ", selection.absent()), quotes);
        }
        selection.problems().stream().filter(told::add).forEach(problem -> log.warn("{}", problem));
        venue.unsupported()
                .forEach((kind, reason) -> statuses.stream(
                        InstrumentId.wholeFeed(venue.exchange(), venue.primaryMarket()),
                        kind,
                        FeedState.UNSUPPORTED,
                        reason));
    }

    /** Said once, and looked for again with each reading: what is missing may be listed later. */
    void tellIfIdle(Selection selection) {
        boolean nothing = selection.all().findAny().isEmpty();
        if (nothing && !idle) {
            log.warn("{}: nothing to collect", venue.feed());
        }
        if (nothing) {
            statuses.feed(FeedState.OFF, "nothing to collect");
        }
        idle = nothing;
    }
}
