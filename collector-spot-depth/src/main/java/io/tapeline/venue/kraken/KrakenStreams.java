package io.tapeline.venue.kraken;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of streams and numbers of requests. A stream is {@code channel:symbol}; books and candles have their depth and
 * their minutes in it, as in {@code book-1000:BTC/USD} and {@code ohlc-1:BTC/USD}. A refusal names the symbol but not the
 * channel, and the other symbols of the request may be accepted: so the number of a request says its channel.
 */
final class KrakenStreams {
    static final String TRADE = "trade";
    static final String BOOK = "book";
    static final String TICKER = "ticker";
    static final String OHLC = "ohlc";

    /** Channels that a request may be about. Their places are in numbers of requests. */
    private static final List<String> CHANNELS = channels();

    private static final int PLACES = 32;

    private KrakenStreams() {}

    private static List<String> channels() {
        List<String> channels = new ArrayList<>(List.of("", TRADE, TICKER));
        KrakenSettings.DEPTHS.forEach(depth -> channels.add(book(depth)));
        for (KrakenInterval interval : KrakenInterval.values()) {
            channels.add(candles(interval));
        }
        return List.copyOf(channels);
    }

    static String book(long depth) {
        return BOOK + "-" + depth;
    }

    static String candles(KrakenInterval interval) {
        return OHLC + "-" + interval.minutes();
    }

    static String name(String channel, String symbol) {
        return channel + ':' + symbol;
    }

    /** The channel of a stream, with its depth or minutes. */
    static String channel(String stream) {
        return stream.substring(0, stream.indexOf(':'));
    }

    /** The channel as the venue names it. */
    static String wireChannel(String channel) {
        int dash = channel.indexOf('-');
        return dash < 0 ? channel : channel.substring(0, dash);
    }

    /** Depth of a book, minutes of candles. */
    static int measure(String channel) {
        return Integer.parseInt(channel.substring(channel.indexOf('-') + 1));
    }

    static long requestId(long number, String channel) {
        return number * PLACES + CHANNELS.indexOf(channel);
    }

    /** The channel that a request was about; null where the number is none of ours. */
    static @Nullable String channelOf(long requestId) {
        int place = Math.floorMod(requestId, PLACES);
        return place == 0 || place >= CHANNELS.size() ? null : CHANNELS.get(place);
    }
}
