package io.tapeline.collector.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes the frames of a feed; what cannot be read is counted each time and logged once per reason. */
public final class DecodeTally {
    private static final Logger LOG = LoggerFactory.getLogger(DecodeTally.class);
    private static final int REASONS_LOGGED = 100;

    private final String feed;
    private final VenueDecoder decoder;
    private final Counter malformed;
    private final Counter unknown;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    public DecodeTally(String feed, VenueDecoder decoder, MeterRegistry registry) {
        this.feed = feed;
        this.decoder = decoder;
        this.malformed = registry.counter("tapeline.decode.errors", "feed", feed, "type", "malformed");
        this.unknown = registry.counter("tapeline.decode.errors", "feed", feed, "type", "unknown");
    }

    /** What the frame says. A decoder that throws, which it must not, costs this frame only. */
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        List<Decoded> decoded = decodeGuarded(frame, instruments);
        for (Decoded one : decoded) {
            if (one instanceof Decoded.Malformed(String reason)) {
                malformed.increment();
                logOnce("malformed", reason);
            } else if (one instanceof Decoded.Unknown(String reason)) {
                unknown.increment();
                logOnce("unknown", reason);
            }
        }
        return decoded;
    }

    private List<Decoded> decodeGuarded(RawFrame frame, InstrumentLookup instruments) {
        try {
            return decoder.decode(frame, instruments);
        } catch (RuntimeException e) {
            String reason = "the decoder failed: " + e;
            if (firstTime(reason)) {
                LOG.error("{}: decoder failed on a {} frame", feed, frame.transport(), e);
            }
            return List.of(new Decoded.Malformed(reason));
        }
    }

    private void logOnce(String what, String reason) {
        if (firstTime(what + reason)) {
            LOG.warn("{}: {} frame: {} (further ones are counted only)", feed, what, reason);
        }
    }

    private boolean firstTime(String reason) {
        return logged.size() < REASONS_LOGGED && logged.add(reason);
    }
}
