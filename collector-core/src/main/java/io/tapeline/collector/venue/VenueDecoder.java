package io.tapeline.collector.venue;

import io.tapeline.collector.frame.RawFrame;
import java.util.List;

/**
 * Turns a frame into what it says. A pure function: no I/O, no clock, no state, safe for several threads. REST answers
 * are decoded too, told apart by the path of their address. Never throws: what it cannot read is
 * {@link Decoded.Malformed} or {@link Decoded.Unknown}.
 */
@FunctionalInterface
public interface VenueDecoder {
    List<Decoded> decode(RawFrame frame, InstrumentLookup instruments);
}
