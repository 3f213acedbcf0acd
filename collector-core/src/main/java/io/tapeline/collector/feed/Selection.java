package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentCatalog;
import io.tapeline.model.instrument.Market;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which instruments and kinds a configuration means.
 *
 * @param instruments live instruments to collect, in the order they were asked for
 * @param chain live options of the assets whose chains are collected, without those that were asked for by name
 * @param kinds kinds to collect
 * @param absent assets that were wished for and are not listed here, as not every venue lists each
 * @param problems what was asked for and is not there, a line each; the rest goes on
 */
record Selection(
        List<Instrument> instruments,
        List<Instrument> chain,
        Set<Kind> kinds,
        List<String> absent,
        List<String> problems) {
    /** What is collected of a whole chain; books of an option only when it is asked for by name. */
    private static final Set<Kind> OF_CHAINS = Set.of(Kind.OPTION_SUMMARY, Kind.TRADE, Kind.LIQUIDATION);

    static Selection of(Venue venue, FeedSettings settings, Collection<Instrument> listed) {
        List<String> problems = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        InstrumentCatalog catalog = new InstrumentCatalog();
        listed.stream().filter(Instrument::live).forEach(catalog::put);
        Set<Instrument> chosen = new LinkedHashSet<>();
        // Of a feed that has nothing else, a bare asset means its prediction markets.
        Market only = venue.markets().equals(Set.of(Market.PREDICTION)) ? Market.PREDICTION : null;
        for (String asset : settings.assets()) {
            List<Instrument> found = catalog.resolve(asset, venue.exchange(), only).stream()
                    .filter(i -> quoted(i, settings.quote()))
                    .toList();
            if (found.isEmpty()) {
                absent.add(asset);
            }
            chosen.addAll(found);
        }
        for (String symbol : settings.symbols()) {
            List<Instrument> found = catalog.resolve(symbol, venue.exchange(), only);
            if (found.isEmpty()) {
                problems.add(venue.feed() + " has no live instrument named '" + symbol + "': skipped");
            }
            chosen.addAll(found);
        }
        Set<Instrument> chain = new LinkedHashSet<>();
        for (String asset : settings.options()) {
            List<Instrument> found = listed.stream()
                    .filter(i -> i.id().market() == Market.OPTION
                            && i.live()
                            && i.base().equalsIgnoreCase(asset))
                    .toList();
            if (found.isEmpty()) {
                problems.add(venue.feed() + " has no options on " + asset + ": skipped");
            }
            chain.addAll(found);
        }
        chain.removeAll(chosen);
        return new Selection(
                List.copyOf(chosen), List.copyOf(chain), kinds(venue, settings, problems), absent, problems);
    }

    /** Everything of which something is collected. */
    Stream<Instrument> all() {
        return Stream.concat(instruments.stream(), chain.stream());
    }

    /** What is collected of the chain. */
    Set<Kind> chainKinds() {
        return kinds.stream().filter(OF_CHAINS::contains).collect(Collectors.toUnmodifiableSet());
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
