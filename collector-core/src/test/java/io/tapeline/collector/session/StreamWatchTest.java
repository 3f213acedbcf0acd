package io.tapeline.collector.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Streams that begin with something each time they are subscribed, within two seconds; quiet for a minute at most. */
class StreamWatchTest {
    private final WatchTime time = new WatchTime();
    private final StreamWatch watch = new StreamWatch(
            new VenueStream(
                    "x", "/", new InstrumentId("toy", Market.SPOT, "X"), Set.of(Kind.BOOK), Duration.ofSeconds(60)),
            Duration.ofSeconds(2));

    private void asked() {
        watch.asked(time.nanos());
    }

    private void pass(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void oneThatDoesNotBeginIsSilentSoon() {
        asked();
        pass(1);
        assertThat(watch.fallsSilent(time)).isFalse();
        pass(2);
        assertThat(watch.fallsSilent(time)).isTrue();
        asked();
        pass(3);
        assertThat(watch.fallsSilent(time)).isTrue();
        assertThat(watch.silences()).as("a fresh connection is due").isEqualTo(2);
    }

    @Test
    void oneThatIsQuietProvesItsLifeByBeginningAnew() {
        asked();
        watch.heard(time.nanos());
        pass(59);
        assertThat(watch.wantsProof(time)).isFalse();
        pass(2);
        assertThat(watch.wantsProof(time)).isTrue();
        assertThat(watch.fallsSilent(time)).as("not before it was asked").isFalse();
        asked();
        assertThat(watch.wantsProof(time)).isFalse();
        assertThat(watch.heard(time.nanos())).as("no news: it never was silent").isFalse();
        pass(30);
        assertThat(watch.fallsSilent(time)).isFalse();
    }

    @Test
    void oneThatOwesItsProofIsSilent() {
        asked();
        watch.heard(time.nanos());
        pass(61);
        asked();
        pass(3);
        assertThat(watch.fallsSilent(time)).isTrue();
        assertThat(watch.heard(time.nanos())).as("news: it was silent").isTrue();
    }
}
