package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Streams of a market. Each begins with what was so before; nearly all that the venue trades is against won. */
record UpbitStreams(List<String> candleIntervals) {
    private static final String ROUTE = "ws";
    private static final String KRW = "KRW";

    /** Books in won change many times a minute, the best ten times a second. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(2);

    private static final Duration TRADE_SILENCE = Duration.ofMinutes(30);

    /** The other markets have less than a hundredth of the trade; some see none for hours. */
    private static final Duration QUIET_BOOK_SILENCE = Duration.ofHours(1);

    private static final Duration QUIET_TRADE_SILENCE = Duration.ofHours(12);

    List<VenueStream> of(Instrument instrument, Set<Kind> kinds) {
        boolean busy = instrument.quote().equals(KRW);
        Duration trades = busy ? TRADE_SILENCE : QUIET_TRADE_SILENCE;
        List<VenueStream> streams = new ArrayList<>();
        if (kinds.contains(Kind.TRADE)) {
            streams.add(stream("trade", instrument, Set.of(Kind.TRADE), trades));
        }
        Set<Kind> book = EnumSet.of(Kind.BOOK, Kind.QUOTE);
        book.retainAll(kinds);
        if (!book.isEmpty()) {
            streams.add(stream("orderbook", instrument, Set.copyOf(book), busy ? BOOK_SILENCE : QUIET_BOOK_SILENCE));
        }
        if (kinds.contains(Kind.CANDLE)) {
            candleIntervals.stream()
                    .map(UpbitInterval::of)
                    .flatMap(Optional::stream)
                    .flatMap(interval -> interval.stream().stream())
                    .forEach(type -> streams.add(stream(type, instrument, Set.of(Kind.CANDLE), trades)));
        }
        return streams;
    }

    private static VenueStream stream(String type, Instrument instrument, Set<Kind> kinds, Duration silence) {
        return new VenueStream(UpbitNames.stream(type, instrument.symbol()), ROUTE, instrument.id(), kinds, silence);
    }
}
