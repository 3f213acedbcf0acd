package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.SymbolSpec;

/**
 * A futures contract.
 *
 * @param family 1 for USD-M, 2 for COIN-M
 * @param type the venue's {@code contractType}
 * @param deliveryDate epoch milliseconds
 * @param fundingHours 0 where none is paid
 */
record Contract(SymbolSpec spec, String pair, int family, String type, long deliveryDate, int fundingHours) {
    static final long NEVER = 4_133_404_800_000L;

    static Contract perpetual(SymbolSpec spec, int fundingHours) {
        return new Contract(spec, spec.symbol(), 1, "PERPETUAL", NEVER, fundingHours);
    }

    static Contract dated(SymbolSpec spec, long deliveryDate) {
        return new Contract(spec, spec.base() + spec.quote(), 1, "CURRENT_QUARTER", deliveryDate, 0);
    }

    static Contract inverse(SymbolSpec spec) {
        return new Contract(spec, spec.base() + spec.quote(), 2, "PERPETUAL", NEVER, 8);
    }

    boolean perpetual() {
        return fundingHours > 0;
    }

    /** Whether it is listed on this host, rather than only mixed into its all-market streams. */
    boolean listed() {
        return family == 1;
    }
}
