package io.tapeline.venue.binance;

import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which streams a feed has and where they are served. */
interface BinanceStreams {

    List<VenueStream> of(Instrument instrument, Set<Kind> kinds);

    URI endpoint(String route);

    /** Stream names carry the symbol in lower case. */
    static String name(Instrument instrument, String channel) {
        return instrument.symbol().toLowerCase(Locale.ROOT) + '@' + channel;
    }

    /** Trades come when people trade: the quietest listed pairs go many minutes without one. */
    Duration TRADE_SILENCE = Duration.ofMinutes(15);

    /** Some level of a book of any size moves every few seconds; a minute without any is a stream that does not deliver. */
    Duration BOOK_SILENCE = Duration.ofMinutes(1);

    /** The best price of a quiet pair stands still much longer than its book. */
    Duration QUOTE_SILENCE = Duration.ofMinutes(5);

    /** A candle closes every interval even without a trade; the closing frame comes up to some seconds late. */
    static Duration candleSilence(String interval) {
        return switch (interval) {
            case "1s" -> Duration.ofMinutes(1);
            case "1m" -> Duration.ofMinutes(3);
            default -> TRADE_SILENCE;
        };
    }
}
