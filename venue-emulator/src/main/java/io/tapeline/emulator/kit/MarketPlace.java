package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.MarketListener;
import io.tapeline.emulator.market.MarketRates;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.UpdateIds;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What the markets of a prefix have in common.
 *
 * @param ids numbers all books together; each contract's own numbering when it is of one contract
 */
record MarketPlace(String prefix, MarketRates rates, long seed, long start, UpdateIds ids) {
    /** A chain has many options, and each trades little. */
    private static final double OPTION_SHARE = 0.05;

    private static final int OPTION_LEVELS = 10;

    SymbolMarket market(Contract contract, MarketListener listener) {
        MarketRates own = contract.kind() == Contract.Kind.OPTION ? rates.scaled(OPTION_SHARE, OPTION_LEVELS) : rates;
        return new SymbolMarket(
                contract.spec(), own, prefix, seed, start, new StartIds(start).trades(), ids, List.of(), listener);
    }

    FuturesMarks marks(Contract contract, SymbolMarket market, LongUnaryOperator stamp) {
        return new FuturesMarks(market, seed, start, contract.basis(), contract.fundingHours(), stamp);
    }
}
