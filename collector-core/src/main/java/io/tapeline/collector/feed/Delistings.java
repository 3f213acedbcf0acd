package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends instruments that a venue does not list any more: delivered, delisted, renamed. Many venues never say that one
 * ended, they leave it out; what expired an hour ago has ended, even if they list nothing at all. Not for use by several threads.
 */
final class Delistings {
    private static final long LATEST_MICROS = 3_600_000_000L;

    private final FeedInstruments instruments;
    private Set<String> before = Set.of();

    Delistings(FeedInstruments instruments) {
        this.instruments = instruments;
    }

    /**
     * What ended between the reading before and this one, as a listing of its own; null when nothing did. A reading with a
     * row that could not be understood does not tell what is missing from it.
     *
     * @param answers all of a reading
     */
    RestResult.@Nullable Answered of(List<RestResult.Answered> answers) {
        Set<String> now = new HashSet<>();
        for (RestResult.Answered answer : answers) {
            for (Decoded part : answer.decoded()) {
                if (part instanceof Decoded.Malformed) {
                    return null;
                } else if (part instanceof Decoded.Listed(Instrument instrument)) {
                    now.add(instrument.symbol());
                }
            }
        }
        long received = answers.getLast().frame().received();
        List<Decoded> ended = overdue(now, received);
        if (!now.isEmpty()) {
            ended.addAll(ended(now, received));
        }
        before = now;
        return ended.isEmpty()
                ? null
                : new RestResult.Answered(answers.getLast().frame(), ended);
    }

    private List<Decoded> overdue(Set<String> now, long received) {
        List<Decoded> ended = new ArrayList<>();
        for (Instrument instrument : instruments.all()) {
            Long expiry = instrument.expiry();
            if (expiry != null
                    && expiry < received - LATEST_MICROS
                    && instrument.live()
                    && !now.contains(instrument.symbol())) {
                ended.add(new Decoded.Listed(instrument.ended(expiry)));
            }
        }
        return ended;
    }

    private List<Decoded> ended(Set<String> now, long received) {
        List<Decoded> ended = new ArrayList<>();
        for (String symbol : before) {
            Instrument instrument = now.contains(symbol) ? null : instruments.find(symbol);
            if (instrument != null && instrument.live()) {
                Long expiry = instrument.expiry();
                ended.add(
                        new Decoded.Listed(instrument.ended(expiry != null && expiry <= received ? expiry : received)));
            }
        }
        return ended;
    }
}
