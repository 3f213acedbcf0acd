package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.regex.Pattern;

/**
 * What differs between the venue's categories. No message says its category, and topics of the same name exist in several:
 * the feed decides.
 */
enum BybitCategory {
    LINEAR("bybit", "linear"),
    SPOT("bybit-spot", "spot");

    static final String EXCHANGE = "bybit";

    /** {@code BTC-6JAN23-17500-C}, {@code BTC-27MAR26-70000-P-USDT}. */
    private static final Pattern OPTION = Pattern.compile(".+-\\d{1,2}[A-Z]{3}\\d{2}-[\\d.]+-[CP](-[A-Z]+)?");

    /** {@code BTC-26DEC25}, {@code BTCUSDT-21FEB25}, {@code BTCUSDH23}; the day is not padded. */
    private static final Pattern DATED = Pattern.compile(".+-\\d{1,2}[A-Z]{3}\\d{2}|.+USD[FGHJKMNQUVXZ]\\d{2}");

    /** {@code BTCUSD}, {@code BTCUSDH23}: sizes count dollars. No linear contract is spelled so. */
    private static final Pattern INVERSE = Pattern.compile(".+USD([FGHJKMNQUVXZ]\\d{2})?");

    private final String feed;
    private final String wireName;

    BybitCategory(String feed, String wireName) {
        this.feed = feed;
        this.wireName = wireName;
    }

    String feed() {
        return feed;
    }

    /** As in {@code category=linear} and in the path of the stream. */
    String wireName() {
        return wireName;
    }

    /** Whether it has contracts, which pairs are not, however they are spelled. */
    boolean contracts() {
        return this != SPOT;
    }

    /** The instrument of a symbol; without metadata its spelling tells the market. */
    InstrumentId instrument(String symbol, InstrumentLookup instruments) {
        Instrument known = instruments.find(symbol);
        return known != null ? known.id() : new InstrumentId(EXCHANGE, market(symbol), symbol);
    }

    Market market(String symbol) {
        if (!contracts()) {
            return Market.SPOT;
        }
        return DATED.matcher(symbol).matches() ? Market.FUTURE : Market.PERPETUAL;
    }

    /** What sizes of a symbol count: the base asset, or dollars where the contract is inverse. */
    SizeUnit sizeUnit(String symbol) {
        return inverse(symbol) ? SizeUnit.QUOTE : SizeUnit.BASE;
    }

    boolean inverse(String symbol) {
        return contracts() && INVERSE.matcher(symbol).matches();
    }

    boolean option(String symbol) {
        return contracts() && OPTION.matcher(symbol).matches();
    }
}
