package io.tapeline.emulator;

import io.tapeline.emulator.market.MarketRates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one prefix's market differs from the others'; what is null does not. */
public record PrefixMarket(
        @Nullable List<String> assets,
        @Nullable Double tradesPerSecond,
        @Nullable Double bookChangesPerSecond,
        @Nullable Double liquidationsPerMinute,
        @Nullable Integer bookLevels,
        @Nullable Integer historyTrades,
        @Nullable Integer historyDays) {

    /** These, and another's where these have none. */
    MarketRates or(MarketRates other) {
        return new MarketRates(
                tradesPerSecond == null ? other.tradesPerSecond() : tradesPerSecond,
                bookChangesPerSecond == null ? other.bookChangesPerSecond() : bookChangesPerSecond,
                liquidationsPerMinute == null ? other.liquidationsPerMinute() : liquidationsPerMinute,
                other.largeTradeShare(),
                bookLevels == null ? other.bookLevels() : bookLevels,
                historyTrades == null ? other.historyTrades() : historyTrades,
                historyDays == null ? other.historyDays() : historyDays);
    }
}
