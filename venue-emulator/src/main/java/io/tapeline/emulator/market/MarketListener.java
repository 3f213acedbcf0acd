package io.tapeline.emulator.market;

/** Hears what happens on a symbol, as it happens. */
public interface MarketListener {
    void trade(SymbolMarket market, TradePrint trade);

    /** The best bid or ask changed in price or size. */
    void touch(SymbolMarket market, long time);

    void liquidation(SymbolMarket market, Liquidation liquidation);
}
