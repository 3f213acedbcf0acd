package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.FeedInstruments;
import io.tapeline.collector.feed.FeedPipeline;
import io.tapeline.collector.feed.PipelineHost;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A venue whose checksums of one pair are wrong for an hour. */
class KrakenStormTest implements PipelineHost {
    private static final long HOUR = Duration.ofHours(1).toNanos() / 1_000;

    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());
    private final List<MarketEvent> events = new ArrayList<>();
    private final List<Duration> asked = new ArrayList<>();
    private long now = 1_795_168_800_000_000L;
    private final FeedPipeline pipeline =
            new FeedPipeline(venue, new FeedInstruments(), this, () -> now, Map.of(), instrument -> true);

    @Override
    public boolean offer(MarketEvent event) {
        return events.add(event);
    }

    @Override
    public void overflowed(MarketEvent event) {}

    @Override
    public void snapshotWanted(InstrumentId instrument, Duration pause) {
        throw new AssertionError("the stream brings snapshots");
    }

    @Override
    public void resubscribeWanted(InstrumentId instrument, Duration pause) {
        assertThat(instrument.symbol()).isEqualTo("MATIC/USD");
        asked.add(pause);
    }

    @Override
    public void gapOpened(OpenGap gap) {}

    @Override
    public void holeFilled(IdHole hole) {}

    private void take(String text) {
        RawFrame frame = new RawFrame(
                venue.feed(), RawFrame.Transport.WS, "c1", null, now, text.getBytes(StandardCharsets.UTF_8));
        pipeline.onFrame(frame, venue.decoder().decode(frame, InstrumentLookup.NONE));
    }

    private static String wrong() {
        return KrakenPayloads.SNAPSHOT.text().replace("2439117997", "2439117998");
    }

    private static String neighbour(String text) {
        return text.replace("MATIC/USD", "POL/USD");
    }

    private long published(String symbol) {
        return events.stream()
                .filter(event -> event instanceof Book book
                        && book.verified() == Verified.CHECKSUM
                        && book.instrumentId().symbol().equals(symbol))
                .count();
    }

    @Test
    void aStormOfMismatchesIsNoStormOfSubscriptionsAndTouchesNoOtherBook() {
        take(neighbour(KrakenPayloads.SNAPSHOT.text()));
        long end = now + HOUR;
        while (now < end) {
            take(wrong());
            take(neighbour(KrakenPayloads.UPDATE.text()));
            now += asked.getLast().toNanos() / 1_000 + 200_000;
        }
        assertThat(asked).hasSizeBetween(60, 70);
        assertThat(published("MATIC/USD")).isZero();
        assertThat(published("POL/USD")).isEqualTo(1 + asked.size());
        take(KrakenPayloads.SNAPSHOT.text());
        take(KrakenPayloads.UPDATE.text());
        assertThat(published("MATIC/USD")).isEqualTo(2);
    }
}
