package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import java.util.Set;

/** Which topics a category has for an instrument. */
@FunctionalInterface
interface BybitTopics {
    List<VenueStream> of(Instrument instrument, Set<Kind> kinds);
}
