package io.tapeline.collector.venue;

import io.tapeline.model.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** The instruments of a feed by the venue's symbol. */
@FunctionalInterface
public interface InstrumentLookup {
    /** Knows none, as when recorded frames are read without metadata. */
    InstrumentLookup NONE = symbol -> null;

    /** The instrument with the venue's exact spelling, or null when it is not known. */
    @Nullable
    Instrument find(String symbol);
}
