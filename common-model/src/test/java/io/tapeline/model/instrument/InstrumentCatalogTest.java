package io.tapeline.model.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstrumentCatalogTest {
    private static final long HOUR = 3_600_000_000L;

    private final InstrumentCatalog catalog = new InstrumentCatalog();

    private void add(String exchange, Market market, String symbol, String unified, @Nullable Long endedAt) {
        catalog.put(new Instrument(
                new InstrumentId(exchange, market, symbol),
                "BTC",
                "USDT",
                null,
                unified,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Sector.MAJORS,
                null,
                null,
                null,
                endedAt));
    }

    private List<String> resolve(String name, @Nullable String exchange, @Nullable Market market) {
        return catalog.resolve(name, exchange, market).stream()
                .map(i -> i.id().toString())
                .sorted()
                .toList();
    }

    @Test
    void venueSymbolUnifiedSymbolAndBareAssetAllWork() {
        add("binance", Market.SPOT, "BTCUSDT", "BTC/USDT", null);
        add("binance", Market.PERPETUAL, "BTCUSDT", "BTC/USDT:USDT", null);
        add("deribit", Market.OPTION, "BTC-27NOV26-50000-C", "BTC/USD:BTC-261127-50000-C", null);
        add("hyperliquid", Market.PERPETUAL, "BTC", "BTC/USDC:USDC", null);
        assertThat(resolve("btcusdt", null, null)).containsExactly("binance:perpetual:BTCUSDT", "binance:spot:BTCUSDT");
        assertThat(resolve("BTC/USDT:USDT", null, null)).containsExactly("binance:perpetual:BTCUSDT");
        assertThat(resolve("BTC", null, null))
                .as("live spot, perpetual and future, though one venue calls its market just BTC")
                .containsExactly("binance:perpetual:BTCUSDT", "binance:spot:BTCUSDT", "hyperliquid:perpetual:BTC");
        assertThat(resolve("BTC", "deribit", Market.OPTION)).containsExactly("deribit:option:BTC-27NOV26-50000-C");
        assertThat(resolve("NOSUCH", null, null)).isEmpty();
    }

    @Test
    void anEndedInstrumentIsNotMeantByItsAssetAndIsForgottenAfterAnHour() {
        add("binance", Market.FUTURE, "BTCUSDT_260925", "BTC/USDT:USDT-260925", 1_000L);
        assertThat(resolve("BTC", null, null)).isEmpty();
        assertThat(resolve("BTCUSDT_260925", null, null)).hasSize(1);
        catalog.forgetEnded(1_000L + HOUR);
        assertThat(resolve("BTCUSDT_260925", null, null)).hasSize(1);
        catalog.forgetEnded(1_001L + HOUR);
        assertThat(resolve("BTCUSDT_260925", null, null)).isEmpty();
    }
}
