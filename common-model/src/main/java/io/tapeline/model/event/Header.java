package io.tapeline.model.event;

import io.tapeline.model.instrument.InstrumentId;

/**
 * What every event carries.
 *
 * @param instrument what it is about; symbol {@code _} where it concerns a whole feed
 * @param timestamp the venue's event time, microseconds since the epoch
 * @param timeSource whether the venue sent that time
 * @param receivedAt when the frame arrived here, microseconds since the epoch; never goes back within a process
 * @param origin how it came to be known
 * @param n how many equal events without a venue id came before it on its connection or in its REST answer; tells two
 *     equal fills in one millisecond apart. Written to JSON only when it is not zero.
 */
public record Header(
        InstrumentId instrument,
        @EpochMicros long timestamp,
        TimeSource timeSource,
        @EpochMicros long receivedAt,
        Origin origin,
        int n) {

    /** A live event with the venue's own time. */
    public static Header venue(InstrumentId instrument, long timestamp, long receivedAt) {
        return new Header(instrument, timestamp, TimeSource.VENUE, receivedAt, Origin.LIVE, 0);
    }

    /** A live event for which the venue sends no time. */
    public static Header received(InstrumentId instrument, long receivedAt) {
        return new Header(instrument, receivedAt, TimeSource.RECEIVE, receivedAt, Origin.LIVE, 0);
    }

    public Header withOrigin(Origin newOrigin) {
        return new Header(instrument, timestamp, timeSource, receivedAt, newOrigin, n);
    }

    public Header withN(int newN) {
        return new Header(instrument, timestamp, timeSource, receivedAt, origin, newN);
    }
}
