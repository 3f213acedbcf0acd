package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Which topics a category has for an instrument. */
@FunctionalInterface
interface BybitTopics {
    List<VenueStream> of(Instrument instrument, Set<Kind> kinds);

    /** @param silence how long nothing may come; zero: for ever */
    static VenueStream topic(
            BybitCategory category, String channel, Instrument instrument, Set<Kind> kinds, Duration silence) {
        return new VenueStream(
                channel + "." + instrument.symbol(), category.wireName(), instrument.id(), Set.copyOf(kinds), silence);
    }
}
