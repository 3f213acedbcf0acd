package io.tapeline.collector.venue;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Books made of what was published equal the venue's own. */
final class BookAgreement {
    private final VenueTrial trial;

    BookAgreement(VenueTrial trial) {
        this.trial = trial;
    }

    void holds(List<InstrumentId> instruments) {
        for (InstrumentId instrument : instruments) {
            until("the book of " + instrument + " at a sequence that was published", () -> equalsTheVenues(instrument));
        }
    }

    private boolean equalsTheVenues(InstrumentId instrument) throws Exception {
        Optional<Decoded.BookUpdate> answered = trial.feed().venuesBook(instrument);
        if (answered.isEmpty()) {
            return equalsAFreshOne(instrument);
        }
        Decoded.BookUpdate theirs = answered.get();
        return equals(instrument, theirs.lastSequence(), 0, theirs.bids(), theirs.asks());
    }

    /** Where a book comes by stream alone, another subscriber's first sight of it is the venue's own. */
    private boolean equalsAFreshOne(InstrumentId instrument) {
        PublishedEvents fresh = new PublishedEvents();
        Venue venue = HastenedVenue.of(trial.venue(), VenueTrial.NEVER, Duration.ZERO);
        Map<String, Object> settings = RunningFeed.settings(
                venue.feed(),
                List.of(instrument.symbol()),
                trial.directory().resolve("fresh" + trial.published().count()));
        settings.put("tapeline.collector.feeds." + venue.feed() + ".kinds", "book");
        try (RunningFeed probe = new RunningFeed(venue, fresh, settings)) {
            until("a fresh book", () -> !probe.of(Book.class, instrument).isEmpty());
            Book theirs = probe.of(Book.class, instrument).getFirst();
            return equals(instrument, theirs.sequence(), theirs.header().timestamp(), theirs.bids(), theirs.asks());
        }
    }

    private boolean equals(InstrumentId instrument, Long sequence, long time, Levels bids, Levels asks) {
        if (!trial.traits().datesBooks()) {
            RebuiltBook theirs = RebuiltBook.of(bids, asks);
            return comesTrue(() -> RebuiltBook.ever(theirs, published(instrument)));
        }
        boolean sequences = trial.traits().sharesBookSequences();
        until("a book of " + instrument + " as new", () -> published(instrument).stream()
                .anyMatch(book ->
                        sequences ? book.sequence() >= sequence : book.header().timestamp() >= time));
        Optional<RebuiltBook> ours = RebuiltBook.after(
                book -> sequences
                        ? Objects.equals(book.sequence(), sequence)
                        : book.header().timestamp() == time,
                published(instrument));
        ours.ifPresent(book -> assertThat(book).isEqualTo(RebuiltBook.of(bids, asks)));
        return ours.isPresent();
    }

    private List<Book> published(InstrumentId instrument) {
        return trial.feed().of(Book.class, instrument);
    }

    /** Within two seconds. */
    private static boolean comesTrue(Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(condition);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }
}
