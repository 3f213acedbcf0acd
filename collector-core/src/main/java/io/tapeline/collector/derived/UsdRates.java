package io.tapeline.collector.derived;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a quote asset is worth in USD. Stablecoins count 1:1; any other asset has the price it last traded at
 * on this feed's own spot markets against a stablecoin, or a stablecoin against it ({@code KRW-USDT}), or that the venue
 * told. Not for use by several threads.
 */
public final class UsdRates {
    private static final Set<String> ONE = Set.of(
            "USD", "USDT", "USDC", "DAI", "FDUSD", "TUSD", "BUSD", "USDP", "PYUSD", "USDE", "USDS", "GUSD", "USD1");

    private final Map<String, BigDecimal> prices = new HashMap<>();

    /** Whether an asset counts as one dollar. */
    public static boolean isDollar(String asset) {
        return ONE.contains(asset);
    }

    /** Remembers a price when it tells what an asset is worth. */
    public void observe(Instrument instrument, BigDecimal price) {
        if (instrument.id().market() != Market.SPOT || price.signum() <= 0) {
            return;
        }
        if (isDollar(instrument.quote())) {
            prices.put(instrument.base(), price);
        } else if (isDollar(instrument.base())) {
            prices.put(instrument.quote(), Decimals.divide(BigDecimal.ONE, price));
        }
    }

    /** Remembers what the venue itself says of an asset. */
    void told(String asset, BigDecimal usd) {
        prices.put(asset, usd);
    }

    /** USD for one unit, or null when it is not known. */
    public @Nullable BigDecimal of(String asset) {
        return isDollar(asset) ? BigDecimal.ONE : prices.get(asset);
    }
}
