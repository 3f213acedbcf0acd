package io.tapeline.emulator.market;

/**
 * How busy a market is.
 *
 * @param tradesPerSecond aggregate trades per second and symbol
 * @param bookChangesPerSecond actions on the book per second and symbol, beside those of trades
 * @param liquidationsPerMinute forced orders per minute and symbol, on futures; at most one a second
 * @param largeTradeShare share of trades over the large-trade value
 * @param bookLevels levels kept on each side
 * @param historyTrades trades kept per symbol for REST; the oldest go first
 * @param historyDays days of candles and funding from before the start
 */
public record MarketRates(
        double tradesPerSecond,
        double bookChangesPerSecond,
        double liquidationsPerMinute,
        double largeTradeShare,
        int bookLevels,
        int historyTrades,
        int historyDays) {
    public MarketRates {
        require(tradesPerSecond >= 0, "trades-per-second: expected 0 or more");
        require(bookChangesPerSecond >= 0, "book-changes-per-second: expected 0 or more");
        require(liquidationsPerMinute >= 0, "liquidations-per-minute: expected 0 or more");
        require(largeTradeShare >= 0 && largeTradeShare <= 1, "large-trade-share: expected 0 to 1");
        require(bookLevels >= 5, "book-levels: expected at least 5");
        require(historyTrades >= 1, "history-trades: expected at least 1");
        require(historyDays >= 0 && historyDays <= 1000, "history-days: expected 0 to 1000");
    }

    /** A lively market of moderate rates. */
    public static MarketRates defaults() {
        return new MarketRates(2, 20, 1, 0.02, 500, 200_000, 400);
    }

    /** A quiet market that costs next to nothing, for the many venues of a demonstration. */
    public static MarketRates quiet() {
        return new MarketRates(0.5, 4, 1, 0.02, 50, 5_000, 1);
    }

    /** The same with so many times the trades, book changes and liquidations, and other levels. */
    public MarketRates scaled(double factor, int levels) {
        return new MarketRates(
                tradesPerSecond * factor,
                bookChangesPerSecond * factor,
                liquidationsPerMinute * factor,
                largeTradeShare,
                levels,
                historyTrades,
                historyDays);
    }

    /** The same with at least so many days of candles from before the start. */
    public MarketRates remembering(int days) {
        return new MarketRates(
                tradesPerSecond,
                bookChangesPerSecond,
                liquidationsPerMinute,
                largeTradeShare,
                bookLevels,
                historyTrades,
                Math.max(days, historyDays));
    }

    /** The same with other rates. */
    public MarketRates busy(double trades, double bookChanges) {
        return new MarketRates(
                trades, bookChanges, liquidationsPerMinute, largeTradeShare, bookLevels, historyTrades, historyDays);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("tapeline.emulator.market." + message);
        }
    }
}
