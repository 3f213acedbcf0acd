package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pair, which the venue spells in three ways: {@code BTC/USD} on the websocket v2, which is its symbol here;
 * {@code XBT/USD} as {@code wsname} of listings; {@code XBTUSD} and {@code XXBTZUSD} in REST. Old codes of four letters
 * begin with {@code X} (crypto) or {@code Z} (money).
 *
 * @param base in the spelling of everybody else: {@code BTC}, where REST has {@code XBT}
 */
record KrakenPair(String base, String quote) {
    private static final Pattern OLD_CODES = Pattern.compile("X([A-Z]{3})[XZ]([A-Z]{3})|Z([A-Z]{3})Z([A-Z]{3})");

    /** What REST names end in where nothing parts base and quote; the longer first. */
    private static final List<String> QUOTES = List.of(
            "USDT", "USDC", "PYUSD", "USD", "EUR", "GBP", "CAD", "JPY", "CHF", "AUD", "XBT", "ETH", "DAI", "SOL",
            "DOT");

    /** From {@code XBT/USD} or {@code BTC/USD}. */
    static KrakenPair ofSlashed(String name, String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new BadMember(name, "expected a pair such as BTC/USD, got '" + text + "'");
        }
        return new KrakenPair(usual(text.substring(0, slash)), usual(text.substring(slash + 1)));
    }

    /** From {@code XBTUSD} or {@code XXBTZUSD}, where nothing else tells what an answer is about. */
    static KrakenPair ofRest(String name) {
        Matcher old = OLD_CODES.matcher(name);
        if (old.matches()) {
            int first = old.group(1) == null ? 3 : 1;
            return new KrakenPair(usual(old.group(first)), usual(old.group(first + 1)));
        }
        for (String quote : QUOTES) {
            if (name.length() > quote.length() && name.endsWith(quote)) {
                return new KrakenPair(usual(name.substring(0, name.length() - quote.length())), usual(quote));
            }
        }
        throw new BadMember("pair", "expected a name such as XBTUSD, got '" + name + "'");
    }

    private static String usual(String code) {
        return switch (code) {
            case "XBT" -> "BTC";
            case "XDG" -> "DOGE";
            default -> code;
        };
    }

    private static String old(String asset) {
        return switch (asset) {
            case "BTC" -> "XBT";
            case "DOGE" -> "XDG";
            default -> asset;
        };
    }

    String symbol() {
        return base + "/" + quote;
    }

    /** As REST is asked for it: {@code altname} of the listing. */
    String rest() {
        return old(base) + old(quote);
    }

    InstrumentId id() {
        return new InstrumentId(KrakenVenue.EXCHANGE, Market.SPOT, symbol());
    }

    /** The instrument that a member {@code symbol} of the websocket names. */
    static InstrumentId id(String symbol, InstrumentLookup instruments) {
        Instrument known = instruments.find(symbol);
        if (known != null) {
            return known.id();
        }
        ofSlashed("symbol", symbol);
        return new InstrumentId(KrakenVenue.EXCHANGE, Market.SPOT, symbol);
    }
}
