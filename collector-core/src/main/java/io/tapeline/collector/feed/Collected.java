package io.tapeline.collector.feed;

import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a feed collects now: instruments, kinds, streams and regular calls. Not for use by several threads. */
final class Collected {
    private final Venue venue;
    private final FeedInstruments instruments;
    private final boolean books;
    private final Set<InstrumentId> ids = new HashSet<>();
    private final Set<InstrumentId> whole = new HashSet<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Map<StreamKey, VenueStream> streamsByKind = new HashMap<>();
    private List<VenueStream> streams = List.of();
    private List<Poll> polls = List.of();

    /** @param books whether order books are collected at all */
    Collected(Venue venue, FeedInstruments instruments, boolean books) {
        this.venue = venue;
        this.instruments = instruments;
        this.books = books;
    }

    /**
     * Makes this what is collected.
     *
     * @return what was collected before and is not any more
     */
    Set<InstrumentId> take(Selection selection) {
        kinds.clear();
        kinds.addAll(selection.kinds());
        if (!books) {
            kinds.remove(Kind.BOOK);
        }
        Set<InstrumentId> before = new HashSet<>(ids);
        ids.clear();
        selection.all().forEach(instrument -> ids.add(instrument.id()));
        before.removeAll(ids);
        whole.clear();
        selection.instruments().forEach(instrument -> whole.add(instrument.id()));
        streams = streams(selection);
        polls = polls(selection);
        streamsByKind.clear();
        streams.forEach(stream ->
                stream.kinds().forEach(kind -> streamsByKind.put(new StreamKey(kind, stream.instrument()), stream)));
        return before;
    }

    private List<VenueStream> streams(Selection selection) {
        return Stream.concat(
                        venue.subscriptions().streams(selection.instruments(), kinds).stream(),
                        venue.subscriptions().streams(selection.chain(), selection.chainKinds()).stream())
                .distinct()
                .toList();
    }

    private List<Poll> polls(Selection selection) {
        Map<String, Poll> byName = new LinkedHashMap<>();
        venue.rest().polls(selection.instruments(), kinds).forEach(poll -> byName.put(poll.name(), poll));
        venue.rest()
                .polls(selection.chain(), selection.chainKinds())
                .forEach(poll -> byName.putIfAbsent(poll.name(), poll));
        return List.copyOf(byName.values());
    }

    /** Instruments of which every kind is collected; a chain of options has its present alone. */
    Set<InstrumentId> withHistory() {
        return whole;
    }

    Set<Kind> kinds() {
        return kinds;
    }

    List<VenueStream> streams() {
        return streams;
    }

    List<Poll> polls() {
        return polls;
    }

    /** The stream that brings a kind of an instrument, null when none does. */
    @Nullable
    VenueStream stream(Kind kind, InstrumentId instrument) {
        return streamsByKind.get(new StreamKey(kind, instrument));
    }

    /**
     * What is read of a whole venue tells of instruments that nobody asked for. What no listing names, and an index, is
     * only sent when it was asked for; the last figures of a dated contract come after its end, when nobody can ask for it
     * any more.
     */
    boolean wants(InstrumentId instrument) {
        Instrument known = instruments.find(instrument.symbol());
        return (known == null && !venue.tellsOfOthers())
                || ids.contains(instrument)
                || instrument.market() == Market.INDEX
                || (known != null && known.expiry() != null && !known.live());
    }

    /** Whether an event is of a kind that is collected, or says something of the feed itself. */
    boolean wants(MarketEvent event) {
        return switch (event.kind()) {
            case INSTRUMENT, FEED_STATUS, GAP -> true;
            default -> event.kind().derived() || kinds.contains(event.kind());
        };
    }
}
