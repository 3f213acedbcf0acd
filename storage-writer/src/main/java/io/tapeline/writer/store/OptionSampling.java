package io.tapeline.writer.store;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.identity.EventIdentity;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A chain of a thousand options comes every second or two, 19 GB a day if each were a row. So one row is stored for each
 * option and interval of the venue's time, its first; subscribers of the bus get them all.
 *
 * @param interval length of an interval, at most a minute; 0 stores every event
 */
public record OptionSampling(Duration interval) {
    /** Events with equal identity are one row. */
    EventIdentity identityOf(MarketEvent event) {
        EventIdentity identity = EventIdentity.of(event);
        return event instanceof OptionSummary && interval.isPositive()
                ? new EventIdentity(identity.kind(), identity.instrument(), beginning(identity.keyTime()), 0)
                : identity;
    }

    private long beginning(long micros) {
        long length = TimeUnit.MICROSECONDS.convert(interval);
        return Math.floorDiv(micros, length) * length;
    }
}
