package io.tapeline.collector.session;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The streams of a connection, found by what arrives on it. */
final class Watches {
    private final @Nullable Duration beginsWithin;
    private final Map<VenueStream, StreamWatch> byStream = new LinkedHashMap<>();
    private final Map<InstrumentId, List<StreamWatch>> byInstrument = new HashMap<>();
    private final List<StreamWatch> wholeFeed = new ArrayList<>();

    /** @param beginsWithin see {@link StreamWatch} */
    Watches(@Nullable Duration beginsWithin) {
        this.beginsWithin = beginsWithin;
    }

    void add(VenueStream stream) {
        if (byStream.containsKey(stream)) {
            return;
        }
        StreamWatch watch = new StreamWatch(stream, beginsWithin);
        byStream.put(stream, watch);
        siblings(stream).add(watch);
    }

    void remove(VenueStream stream) {
        StreamWatch watch = byStream.remove(stream);
        if (watch == null) {
            return;
        }
        siblings(stream).remove(watch);
        byInstrument.computeIfPresent(stream.instrument(), (id, left) -> left.isEmpty() ? null : left);
    }

    private List<StreamWatch> siblings(VenueStream stream) {
        return stream.instrument().symbol().equals(InstrumentId.WHOLE_FEED)
                ? wholeFeed
                : byInstrument.computeIfAbsent(stream.instrument(), id -> new ArrayList<>(4));
    }

    @Nullable
    StreamWatch of(VenueStream stream) {
        return byStream.get(stream);
    }

    Collection<StreamWatch> all() {
        return byStream.values();
    }

    /** Gives every stream that the decoded thing may have come by. */
    void heard(Decoded decoded, Consumer<StreamWatch> action) {
        switch (decoded) {
            case Decoded.Event(MarketEvent event) -> heard(event.instrumentId(), event.kind(), action);
            case Decoded.BookUpdate book -> heard(book.header().instrument(), Kind.BOOK, action);
            case Decoded.QuoteChange quote -> heard(quote.header().instrument(), Kind.QUOTE, action);
            case Decoded.TickerChange(Header header, boolean snapshot, Ticker values) -> {
                if (values.hasPrices()) {
                    heard(header.instrument(), Kind.MARK_PRICE, action);
                }
                if (values.hasFunding()) {
                    heard(header.instrument(), Kind.FUNDING_RATE, action);
                }
                if (values.hasOpenInterest()) {
                    heard(header.instrument(), Kind.OPEN_INTEREST, action);
                }
            }
            default -> {}
        }
    }

    private void heard(InstrumentId instrument, Kind kind, Consumer<StreamWatch> action) {
        each(byInstrument.getOrDefault(instrument, List.of()), kind, action);
        each(wholeFeed, kind, action);
    }

    private static void each(List<StreamWatch> watches, Kind kind, Consumer<StreamWatch> action) {
        for (StreamWatch watch : watches) {
            if (watch.stream().kinds().contains(kind)) {
                action.accept(watch);
            }
        }
    }
}
