package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which instruments and kinds a configuration means.
 *
 * @param instruments live instruments to collect, in the order they were asked for
 * @param kinds kinds to collect
 * @param problems what was asked for and is not there, a line each; the rest goes on
 */
record Selection(List<Instrument> instruments, Set<Kind> kinds, List<String> problems) {

    static Selection of(Venue venue, FeedSettings settings, Collection<Instrument> listed) {
        List<String> problems = new ArrayList<>();
        InstrumentCatalog catalog = new InstrumentCatalog();
        listed.stream().filter(Instrument::live).forEach(catalog::put);
        Set<Instrument> chosen = new LinkedHashSet<>();
        for (String asset : settings.assets()) {
            List<Instrument> found = catalog.resolve(asset, venue.exchange(), null).stream()
                    .filter(i -> quoted(i, settings.quote()))
                    .toList();
            if (found.isEmpty()) {
                problems.add(venue.feed() + " has no " + asset + " against " + settings.quote() + ": skipped");
            }
            chosen.addAll(found);
        }
        for (String symbol : settings.symbols()) {
            List<Instrument> found = catalog.resolve(symbol, venue.exchange(), null);
            if (found.isEmpty()) {
                problems.add(venue.feed() + " has no live instrument named '" + symbol + "': skipped");
            }
            chosen.addAll(found);
        }
        return new Selection(List.copyOf(chosen), kinds(venue, settings, problems), problems);
    }

    private static boolean quoted(Instrument instrument, List<String> quotes) {
        return quotes.isEmpty() || quotes.stream().anyMatch(instrument.quote()::equalsIgnoreCase);
    }

    private static Set<Kind> kinds(Venue venue, FeedSettings settings, List<String> problems) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : settings.kinds()) {
            Kind kind = Kind.ofWireName(name.toLowerCase(Locale.ROOT));
            if (kind == null) {
                problems.add("kinds: '" + name + "' is no kind of event: skipped");
            } else if (venue.unsupported().containsKey(kind)) {
                problems.add(venue.feed() + " has no " + name + ": "
                        + venue.unsupported().get(kind));
            } else if (!venue.kinds().contains(kind)) {
                problems.add(venue.feed() + " does not offer " + name + ": skipped");
            } else {
                kinds.add(kind);
            }
        }
        if (settings.kinds().isEmpty()) {
            kinds.addAll(venue.kinds());
        }
        return kinds;
    }
}
