package io.tapeline.collector.session;

import io.tapeline.collector.venue.VenueStream;

/** What is known of a stream on a connection. */
final class StreamWatch {
    private final VenueStream stream;
    private boolean asked;
    private boolean accepted;
    private boolean delivered;
    private long heardAt;
    private int silences;

    StreamWatch(VenueStream stream) {
        this.stream = stream;
    }

    VenueStream stream() {
        return stream;
    }

    /** A subscription was sent. */
    void asked(long now) {
        asked = true;
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

    /** Whether it has been silent for longer than it may; each stretch is reported once, then doubled. */
    boolean fallsSilent(WatchTime time) {
        if (!asked
                || stream.mayBeSilent()
                || !time.passed(heardAt, stream.silence().multipliedBy(patience()))) {
            return false;
        }
        silences++;
        return true;
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
