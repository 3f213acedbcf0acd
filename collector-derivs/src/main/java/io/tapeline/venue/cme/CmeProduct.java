package io.tapeline.venue.cme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The futures that are collected. Each is linear, quoted in USD a coin and settled in USD; a contract is so many coins
 * (contract rulebook, as on the venue's page of facts).
 */
enum CmeProduct {
    BTC("BTC", "5", "5.00"),
    MBT("BTC", "0.1", "5.00"),
    ETH("ETH", "50", "0.50"),
    MET("ETH", "0.1", "0.50");

    private final String base;
    private final BigDecimal contractSize;
    private final BigDecimal tick;

    CmeProduct(String base, String contractSize, String tick) {
        this.base = base;
        this.contractSize = new BigDecimal(contractSize);
        this.tick = new BigDecimal(tick);
    }

    static Optional<CmeProduct> of(String code) {
        return Arrays.stream(values())
                .filter(product -> product.name().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    String base() {
        return base;
    }

    /** Coins of one contract. */
    BigDecimal contractSize() {
        return contractSize;
    }

    /** Of outright contracts; calendar spreads have a smaller one. */
    BigDecimal tick() {
        return tick;
    }
}
