package io.tapeline.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final String SPOT = "binance-spot";
    private static final String LIST = "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}";

    @ParameterizedTest
    @CsvSource({"binance-spot,/ws,5", "binance-usdm,/public/ws,10"})
    void one_message_too_many_in_a_second_disconnects(String prefix, String path, int limit) {
        try (VirtualMarket market = new VirtualMarket(VirtualMarket.SETTINGS.withLimits(Map.of()));
                TestSocket socket = market.open(prefix, path)) {
            for (int i = 0; i < limit; i++) {
                socket.send(LIST);
            }
            socket.await(limit, text -> text.contains("result"));
            assertThat(socket.isEnded()).isFalse();
            socket.send(LIST);
            socket.awaitEnd();
            assertThat(socket.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void pongs_count_as_messages() {
        try (VirtualMarket market = new VirtualMarket(VirtualMarket.SETTINGS.withLimits(Map.of()));
                TestSocket socket = market.open(SPOT, "/ws")) {
            for (int i = 0; i < 6; i++) {
                socket.pong("unasked");
            }
            socket.awaitEnd();
        }
    }

    @Test
    void pings_carry_a_payload_and_an_answered_one_keeps_the_connection() {
        WireLimits limits = VirtualMarket.limits().withPings(Duration.ofSeconds(20), Duration.ofMinutes(1));
        try (VirtualMarket market = new VirtualMarket(with(limits));
                TestSocket socket = market.open(SPOT, "/ws")) {
            for (int i = 1; i <= 6; i++) {
                int pings = i;
                market.pass(Duration.ofSeconds(20));
                Awaitility.await().until(() -> socket.pings().size() == pings);
                // The answer to this comes after the client's own pong, so that one has arrived too.
                socket.send(LIST);
                socket.await(i, text -> text.contains("result"));
            }
            assertThat(socket.pings()).allMatch(payload -> payload.matches("[0-9]{13}"));
            assertThat(socket.isEnded()).isFalse();
        }
    }

    @Test
    void a_connection_without_pongs_is_closed() {
        WireLimits limits = VirtualMarket.limits().withPings(Duration.ofSeconds(20), Duration.ofSeconds(1));
        try (VirtualMarket market = new VirtualMarket(with(limits));
                TestSocket socket = market.open(SPOT, "/ws")) {
            socket.ignorePings();
            market.pass(Duration.ofMinutes(2));
            socket.awaitEnd();
            assertThat(socket.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void connections_are_cut_at_the_end_of_their_life() {
        try (VirtualMarket market =
                        new VirtualMarket(with(VirtualMarket.limits().withLifetime(Duration.ofMinutes(3))));
                TestSocket socket = market.open(SPOT, "/ws")) {
            market.pass(Duration.ofSeconds(179));
            assertThat(market.emulator().connections(SPOT)).isEqualTo(1);
            market.pass(Duration.ofSeconds(2));
            socket.awaitEnd();
        }
    }

    @Test
    void weight_is_counted_then_refused_then_banned_and_forgiven() {
        try (VirtualMarket market =
                new VirtualMarket(with(VirtualMarket.limits().withWeight(100, Duration.ofMinutes(2))))) {
            HttpResponse<String> first = depth(market);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("X-MBX-USED-WEIGHT-1M")).contains("50");
            assertThat(depth(market).statusCode()).isEqualTo(200);
            HttpResponse<String> limited = depth(market);
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
            assertThat(limited.body()).contains("-1003");
            HttpResponse<String> banned = limited;
            for (int i = 0; i < 5; i++) {
                banned = depth(market);
            }
            assertThat(banned.statusCode()).isEqualTo(418);
            assertThat(banned.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isEqualTo(120);
            market.pass(Duration.ofSeconds(90));
            assertThat(depth(market).statusCode())
                    .as("a new minute ends no ban")
                    .isEqualTo(418);
            market.pass(Duration.ofSeconds(31));
            assertThat(depth(market).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_weight_of_a_depth_call_grows_with_its_limit() {
        try (VirtualMarket market = new VirtualMarket()) {
            assertThat(used(market, SPOT, "/api/v3/depth?symbol=BTCUSDT&limit=5000"))
                    .isEqualTo(250);
            assertThat(used(market, SPOT, "/api/v3/depth?symbol=BTCUSDT&limit=100"))
                    .isEqualTo(255);
            assertThat(used(market, "binance-usdm", "/fapi/v1/depth?symbol=BTCUSDT&limit=1000"))
                    .isEqualTo(20);
            assertThat(used(market, "binance-usdm", "/fapi/v1/premiumIndex")).isEqualTo(30);
        }
    }

    private static EmulatorSettings with(WireLimits limits) {
        return VirtualMarket.SETTINGS.withLimits(Map.of(SPOT, limits));
    }

    private static HttpResponse<String> depth(VirtualMarket market) {
        return TestRest.get(market.emulator(), SPOT, "/api/v3/depth?symbol=BTCUSDT&limit=1000");
    }

    private static long used(VirtualMarket market, String prefix, String target) {
        return TestRest.get(market.emulator(), prefix, target)
                .headers()
                .firstValueAsLong("X-MBX-USED-WEIGHT-1M")
                .orElseThrow();
    }
}
