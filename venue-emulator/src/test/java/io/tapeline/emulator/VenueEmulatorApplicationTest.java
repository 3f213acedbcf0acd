package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.emulator.market.MarketRates;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class VenueEmulatorApplicationTest {
    @Test
    void it_starts_with_its_defaults_and_what_it_is_told() {
        try (ConfigurableApplicationContext context = VenueEmulatorApplication.start(Map.of(
                "tapeline.emulator.port",
                0,
                "tapeline.emulator.assets",
                "BTC,SOL",
                "tapeline.emulator.limits.binance-spot.messages-per-second",
                3,
                "tapeline.emulator.markets.toy.trades-per-second",
                9))) {
            EmulatorSettings settings = context.getBean(EmulatorSettings.class);
            EmulatorSettings defaults = EmulatorSettings.defaults();
            assertThat(settings.assets()).containsExactly("BTC", "SOL");
            assertThat(settings.market()).isEqualTo(defaults.market());
            assertThat(settings.marketOf("toy").tradesPerSecond()).isEqualTo(9);
            assertThat(settings.marketOf("toy-gzip")).isEqualTo(MarketRates.quiet());
            assertThat(settings.step()).isEqualTo(defaults.step());
            assertThat(settings.start()).isNull();
            WireLimits limits = settings.limits("binance-spot", VirtualMarket.limits());
            assertThat(limits.messagesPerSecond()).isEqualTo(3);
            assertThat(limits.pingEvery()).isEqualTo(VirtualMarket.limits().pingEvery());
            Emulator emulator = context.getBean(Emulator.class);
            assertThat(TestRest.get(emulator, "binance-spot", "/api/v3/exchangeInfo")
                            .body())
                    .contains("SOLUSDT");
        }
    }

    @Test
    void the_documented_defaults_are_the_real_ones() {
        try (ConfigurableApplicationContext context =
                VenueEmulatorApplication.start(Map.of("tapeline.emulator.port", 0))) {
            EmulatorSettings settings = context.getBean(EmulatorSettings.class);
            assertThat(settings.withLedger(EmulatorSettings.defaults().ledger()))
                    .isEqualTo(EmulatorSettings.defaults());
        }
    }

    @Test
    void a_taken_port_stops_the_start() {
        try (Emulator emulator = Emulator.start(EmulatorSettings.defaults())) {
            assertThatThrownBy(() -> VenueEmulatorApplication.start(Map.of("tapeline.emulator.port", emulator.port())))
                    .hasStackTraceContaining(Integer.toString(emulator.port()));
        }
    }

    @Test
    void a_setting_out_of_range_is_named() {
        assertThatThrownBy(() -> VenueEmulatorApplication.start(
                        Map.of("tapeline.emulator.port", 0, "tapeline.emulator.market.book-levels", 1)))
                .hasStackTraceContaining("tapeline.emulator.market.book-levels: expected at least 5");
    }

    @Test
    void a_closed_one_can_be_started_again_on_the_same_port() {
        Emulator first = Emulator.start(EmulatorSettings.defaults());
        TestSocket socket = TestSocket.open(first, "binance-spot", "/ws/btcusdt@bookTicker");
        first.close();
        socket.awaitEnd();
        try (Emulator second = Emulator.start(EmulatorSettings.defaults().withPort(first.port()))) {
            assertThat(TestRest.get(second, "binance-spot", "/api/v3/ping").statusCode())
                    .isEqualTo(200);
        }
    }
}
