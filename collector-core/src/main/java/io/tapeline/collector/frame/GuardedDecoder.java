package io.tapeline.collector.frame;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A decoder that throws, which it must not, costs the frame at hand and a loud line, not the connection. */
public final class GuardedDecoder implements VenueDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedDecoder.class);

    private final String feed;
    private final VenueDecoder decoder;
    private final AtomicBoolean told = new AtomicBoolean();

    public GuardedDecoder(String feed, VenueDecoder decoder) {
        this.feed = feed;
        this.decoder = decoder;
    }

    @Override
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        try {
            return decoder.decode(frame, instruments);
        } catch (RuntimeException e) {
            if (told.compareAndSet(false, true)) {
                LOG.error(
                        "{}: the decoder failed on a {} frame; further failures are counted",
                        feed,
                        frame.transport(),
                        e);
            }
            return List.of(
                    new Decoded.Malformed("the decoder failed: " + e.getClass().getSimpleName()));
        }
    }
}
