package io.tapeline.venue.gmx;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * How markets and tokens are named: a market by the checksummed address of its pool's token, since several markets share
 * an index token and names change; the oracle price of a token by the token's address. Addresses are case-sensitive.
 */
final class GmxMarkets {
    static final String EXCHANGE = "gmx";

    private GmxMarkets() {}

    static InstrumentId perpetual(String marketToken) {
        return new InstrumentId(EXCHANGE, Market.PERPETUAL, marketToken);
    }

    static InstrumentId oracle(String token) {
        return new InstrumentId(EXCHANGE, Market.INDEX, token);
    }

    static InstrumentId all() {
        return InstrumentId.wholeFeed(EXCHANGE, Market.PERPETUAL);
    }

    /** Decimals of a token, or of the index token of a market; empty while it is not listed. */
    static OptionalInt decimals(InstrumentLookup instruments, String address) {
        Instrument instrument = instruments.find(address);
        BigDecimal smallest = instrument == null ? null : instrument.lotSize();
        return smallest == null ? OptionalInt.empty() : OptionalInt.of(smallest.scale());
    }
}
