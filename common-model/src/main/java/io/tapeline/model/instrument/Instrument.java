package io.tapeline.model.instrument;

import io.tapeline.model.event.EpochMicros;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is traded and in which units.
 *
 * @param base asset that is bought and sold, such as {@code BTC}
 * @param quote asset the price is in
 * @param settle asset that profit is paid in; null for spot
 * @param unifiedSymbol ccxt's spelling, such as {@code BTC/USDT:USDT}
 * @param contractSize base units (linear) or quote units (inverse) of one contract; null when sizes are not in contracts
 * @param contractType null for spot
 * @param tickSize smallest price step
 * @param lotSize smallest size step
 * @param expiry delivery time, null when there is none
 * @param strike strike price of an option
 * @param makerFeeBps default maker fee in basis points of notional
 * @param takerFeeBps default taker fee in basis points of notional
 * @param listedAt when trading began, where known
 * @param endedAt when trading ended; null while it is live
 */
public record Instrument(
        InstrumentId id,
        String base,
        String quote,
        @Nullable String settle,
        @Nullable String unifiedSymbol,
        @Nullable BigDecimal contractSize,
        @Nullable ContractType contractType,
        @Nullable BigDecimal tickSize,
        @Nullable BigDecimal lotSize,
        @EpochMicros @Nullable Long expiry,
        @Nullable BigDecimal strike,
        @Nullable OptionType optionType,
        Sector sector,
        @Nullable BigDecimal makerFeeBps,
        @Nullable BigDecimal takerFeeBps,
        @EpochMicros @Nullable Long listedAt,
        @EpochMicros @Nullable Long endedAt) {

    /** Whether it still trades. */
    public boolean live() {
        return endedAt == null;
    }

    public String symbol() {
        return id.symbol();
    }

    /** The same, ended at a time in epoch microseconds. */
    public Instrument ended(long time) {
        return new Instrument(
                id,
                base,
                quote,
                settle,
                unifiedSymbol,
                contractSize,
                contractType,
                tickSize,
                lotSize,
                expiry,
                strike,
                optionType,
                sector,
                makerFeeBps,
                takerFeeBps,
                listedAt,
                time);
    }
}
