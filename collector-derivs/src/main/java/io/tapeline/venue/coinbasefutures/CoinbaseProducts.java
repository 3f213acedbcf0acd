package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Names of products. The socket serves spot and, seemingly, the closed international exchange too. */
final class CoinbaseProducts {
    static final String EXCHANGE = "coinbase";

    /** {@code BIP-20DEC30-CDE}. */
    private static final String DERIVATIVE = "-CDE";

    /** Perpetuals have an expiry in form only, the same for all of them. */
    private static final String PERPETUAL = "-20DEC30-CDE";

    private CoinbaseProducts() {}

    static boolean derivative(String product) {
        return product.endsWith(DERIVATIVE);
    }

    /** The instrument of a product; without metadata its spelling tells the market. */
    static InstrumentId instrument(String product, InstrumentLookup instruments) {
        Instrument known = instruments.find(product);
        return known != null ? known.id() : new InstrumentId(EXCHANGE, market(product), product);
    }

    static Market market(String product) {
        return product.endsWith(PERPETUAL) ? Market.PERPETUAL : Market.FUTURE;
    }

    /** Contracts in units of the base asset; null while the size of a contract is not known. */
    static @Nullable BigDecimal base(BigDecimal contracts, String product, InstrumentLookup instruments) {
        Instrument known = instruments.find(product);
        BigDecimal size = known == null ? null : known.contractSize();
        return size == null ? null : contracts.multiply(size);
    }
}
