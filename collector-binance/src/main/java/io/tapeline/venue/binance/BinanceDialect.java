package io.tapeline.venue.binance;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;

/** What differs between the two feeds when the same message is read. */
enum BinanceDialect {
    SPOT("binance"),
    USD_M("binance-futures");

    static final String EXCHANGE = "binance";

    private final String feed;

    BinanceDialect(String feed) {
        this.feed = feed;
    }

    String feed() {
        return feed;
    }

    /** The instrument of a symbol; without metadata its spelling tells the market. */
    InstrumentId instrument(String symbol, InstrumentLookup instruments) {
        Instrument known = instruments.find(symbol);
        return known != null ? known.id() : new InstrumentId(EXCHANGE, market(symbol), symbol);
    }

    Market market(String symbol) {
        if (this == SPOT) {
            return Market.SPOT;
        }
        return dated(symbol) ? Market.FUTURE : Market.PERPETUAL;
    }

    /**
     * Whether a symbol of the futures engine is a COIN-M contract, whose sizes count contracts: {@code BTCUSD_PERP},
     * {@code BTCUSD_260925}. USD-M symbols quote a stablecoin, of which only BUSD ends like the dollar.
     */
    static boolean coinMargined(String symbol) {
        if (symbol.endsWith("_PERP")) {
            return true;
        }
        return dated(symbol)
                && symbol.regionMatches(symbol.length() - 10, "USD", 0, 3)
                && !symbol.regionMatches(symbol.length() - 11, "BUSD", 0, 4);
    }

    /** Whether it ends like {@code _260925}. */
    static boolean dated(String symbol) {
        int at = symbol.length() - 7;
        if (at <= 0 || symbol.charAt(at) != '_') {
            return false;
        }
        for (int i = at + 1; i < symbol.length(); i++) {
            if (symbol.charAt(i) < '0' || symbol.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
