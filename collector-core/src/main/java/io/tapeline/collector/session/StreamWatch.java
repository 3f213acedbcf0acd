package io.tapeline.collector.session;

import io.tapeline.collector.venue.VenueStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of a stream on a connection. */
final class StreamWatch {
    private final VenueStream stream;
    private final @Nullable Duration beginsWithin;
    private boolean asked;
    private boolean begun;
    private boolean accepted;
    private boolean delivered;
    private long heardAt;
    private int silences;

    /** @param beginsWithin see {@link io.tapeline.collector.venue.VenueSubscriptions#beginsWithin} */
    StreamWatch(VenueStream stream, @Nullable Duration beginsWithin) {
        this.stream = stream;
        this.beginsWithin = beginsWithin;
    }

    VenueStream stream() {
        return stream;
    }

    /** A subscription was sent. */
    void asked(long now) {
        asked = true;
        begun = false;
        heardAt = now;
    }

    /** Whether a subscription was sent. */
    boolean asked() {
        return asked;
    }

    void willBeAskedAgain() {
        asked = false;
    }

    /** The venue accepted the subscription. */
    void accept() {
        accepted = true;
    }

    boolean accepted() {
        return accepted;
    }

    /**
     * Data came.
     *
     * @return whether it is the first, or the first after silence
     */
    boolean heard(long now) {
        heardAt = now;
        begun = true;
        boolean first = !delivered || silences > 0;
        silences = 0;
        delivered = true;
        return first;
    }

    boolean delivered() {
        return delivered;
    }

    /** Brings data, as far as one can know. */
    boolean flowing() {
        return delivered && silences == 0;
    }

    /** Whether it has been quiet for so long that only subscribing it anew tells whether it still lives. */
    boolean wantsProof(WatchTime time) {
        return beginsWithin != null && begun && quietFor(time, stream.silence());
    }

    /** Whether it has been silent for longer than it may; each stretch is reported once, then doubled. */
    boolean fallsSilent(WatchTime time) {
        Duration patience = beginsWithin == null ? stream.silence() : beginsWithin;
        boolean proved = beginsWithin != null && begun;
        if (proved || !quietFor(time, patience.multipliedBy(patience()))) {
            return false;
        }
        silences++;
        return true;
    }

    private boolean quietFor(WatchTime time, Duration duration) {
        return asked && !stream.mayBeSilent() && time.passed(heardAt, duration);
    }

    /** Stretches of silence in a row. */
    int silences() {
        return silences;
    }

    /** The first two stretches are as the venue's documentation has it; after that the stream is asked less and less. */
    private long patience() {
        return silences < 2 ? 1 : 1L << Math.min(silences - 1, 6);
    }
}
