package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FuturesMarks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the venue says of a contract beside its market.
 *
 * @param type {@code SPOT}, {@code SWAP} or {@code FUTURES}
 * @param family such as {@code BTC-USDT}; empty on spot
 * @param index that it follows
 * @param rules {@code normal} or {@code xperp}
 * @param contractValue base units of a linear contract, dollars of an inverse one, 1 on spot
 * @param expires epoch milliseconds; 0 where it does not
 */
record OkxTerms(String type, String family, String index, String rules, BigDecimal contractValue, long expires) {
    private static final int DECIMALS = 8;

    /** Volumes of a candle: as sizes are counted, base and quote. */
    record Volumes(BigDecimal counted, BigDecimal base, BigDecimal quote) {}

    boolean spot() {
        return type.equals("SPOT");
    }

    boolean perpetual() {
        return type.equals("SWAP") || rules.equals("xperp");
    }

    Volumes volumes(Contract contract, Bar bar) {
        BigDecimal counted = contract.spec().size().exact(bar.volume());
        BigDecimal worth = counted.multiply(contractValue);
        if (contract.inverse()) {
            return new Volumes(counted, atPrice(worth, contract.spec().price().exact(bar.close())), worth);
        }
        BigDecimal quote = BigDecimal.valueOf(bar.quoteVolume())
                .multiply(contract.spec().price().step())
                .multiply(contract.spec().size().step())
                .multiply(contractValue);
        return new Volumes(counted, worth, quote);
    }

    /** Open interest in lots as contracts, base and USD at the mark price. */
    Volumes openInterest(ListedContract listed, long lots, long now) {
        BigDecimal mark = FuturesMarks.GRID.exact(listed.marks().at(now).mark());
        BigDecimal contracts = listed.spec().size().exact(lots);
        BigDecimal worth = contracts.multiply(contractValue);
        return listed.contract().inverse()
                ? new Volumes(contracts, atPrice(worth, mark), worth)
                : new Volumes(contracts, worth, worth.multiply(mark));
    }

    private static BigDecimal atPrice(BigDecimal worth, BigDecimal price) {
        return worth.divide(price, DECIMALS, RoundingMode.HALF_UP);
    }

    /** The stream of liquidations it belongs to; empty on spot. */
    Optional<String> liquidations() {
        return spot() ? Optional.empty() : Optional.of("liquidation-orders:" + type);
    }
}
