package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;

/**
 * What a venue makes of one contract's market: text for those who listen. Each method is called as it happens, on the
 * emulator's thread, and does nothing unless the venue says so. The ledger is written before, by the kit. Ask
 * {@link io.tapeline.emulator.stream.StreamChannel#wanted()} before rendering.
 */
public interface ContractStreams {
    default void trade(TradePrint trade) {}

    /** The best bid or ask changed in price or size. */
    default void touch(long time) {}

    /** Its fills came as trades just before. */
    default void liquidation(Liquidation liquidation) {}

    /** Once a second, for everything but spot and options. */
    default void mark(Mark mark, long time) {}

    /** Funding was paid. */
    default void settled(FundingHistory.Row row, long time) {}

    /** A minute is over. */
    default void minute(Bar minute, long time) {}

    /** At the end of each step, several times a second: batches, tickers at a cadence. */
    default void step(long time) {}

    /** A trade's price in the digits the venue's adapter will publish. */
    default String tradePrice(SymbolSpec spec, TradePrint trade) {
        return spec.price().text(trade.price());
    }

    /** A trade's size in the digits the venue's adapter will publish. */
    default String tradeSize(SymbolSpec spec, TradePrint trade) {
        return spec.size().text(trade.size());
    }

    /** A trade's id as the venue's adapter will publish it. */
    default String tradeId(TradePrint trade) {
        return Long.toString(trade.id());
    }
}
