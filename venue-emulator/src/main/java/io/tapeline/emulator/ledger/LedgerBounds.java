package io.tapeline.emulator.ledger;

/**
 * How much the ledger remembers; of each, the oldest entries go first and are counted.
 *
 * @param produced market events
 * @param sent frames, with their text
 * @param answered REST requests
 */
public record LedgerBounds(int produced, int sent, int answered) {
    public LedgerBounds {
        if (produced < 1 || sent < 1 || answered < 1) {
            throw new IllegalArgumentException("tapeline.emulator.ledger: expected bounds of at least 1");
        }
    }

    public static LedgerBounds defaults() {
        return new LedgerBounds(3_000_000, 200_000, 50_000);
    }
}
