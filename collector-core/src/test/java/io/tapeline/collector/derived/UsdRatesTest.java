package io.tapeline.collector.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What a quote asset is worth. */
class UsdRatesTest {
    private final UsdRates rates = new UsdRates();

    private void traded(String base, String quote, String price) {
        Instrument market = new Instrument(
                new InstrumentId("x", Market.SPOT, base + quote),
                base,
                quote,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Sector.OTHER,
                null,
                null,
                null,
                null);
        rates.observe(market, new BigDecimal(price));
    }

    @Test
    void anAssetIsWorthItsPriceInAStablecoin() {
        traded("BTC", "USDT", "84000.01");
        assertThat(rates.of("BTC")).isEqualTo("84000.01");
    }

    @Test
    void whatAStablecoinIsPricedInIsWorthTheReciprocal() {
        traded("USDT", "KRW", "1600");
        assertThat(rates.of("KRW")).isEqualTo("0.000625");
    }

    @Test
    void otherMarketsTellNothing() {
        traded("BTC", "KRW", "116539000");
        traded("USDC", "USDT", "0.9998");
        traded("USDT", "THB", "0");
        assertThat(rates.of("KRW")).isNull();
        assertThat(rates.of("THB")).isNull();
        assertThat(rates.of("USDT")).isEqualTo("1");
        assertThat(rates.of("USDC")).isEqualTo("1");
    }
}
