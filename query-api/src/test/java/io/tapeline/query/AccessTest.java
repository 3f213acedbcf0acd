package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.query.access.UnsafeExposureException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

@ExtendWith(OutputCaptureExtension.class)
class AccessTest {
    /** Of {@code open sesame}. */
    private static final String HASH = "41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb";

    @Test
    void theServiceListensOnLoopbackUnlessToldOtherwise() {
        try (RunningApi api = RunningApi.start()) {
            assertThat(api.property("server.address")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void beyondLoopbackItRefusesToStartWithoutKeys(CapturedOutput output) {
        for (String address : new String[] {"0.0.0.0", "::", ""}) {
            assertThatThrownBy(() ->
                            RunningApi.start(Map.of("server.address", address)).close())
                    .rootCause()
                    .isInstanceOf(UnsafeExposureException.class)
                    .hasMessageContaining("TAPELINE_ALLOW_UNAUTHENTICATED=true");
        }
        assertThat(output).contains("set TAPELINE_ALLOW_UNAUTHENTICATED=true").doesNotContain("\tat ");
    }

    @Test
    void beyondLoopbackItStartsWhenThatWasSaidInSoManyWords(CapturedOutput output) {
        Map<String, Object> said = Map.of("server.address", "0.0.0.0", "tapeline.query.allow-unauthenticated", true);
        try (RunningApi api = RunningApi.start(said)) {
            api.client()
                    .get()
                    .uri("/api/v1/exchange/trades")
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(output).contains("anybody who reaches 0.0.0.0 may ask");
        }
    }

    @Test
    void withKeysOnlyTheirHoldersMayAsk(CapturedOutput output) {
        Map<String, Object> keys =
                Map.of("server.address", "0.0.0.0", "tapeline.query.api-keys", HASH + "," + "0".repeat(64));
        try (RunningApi api = RunningApi.start(keys)) {
            WebTestClient client = api.client();
            for (String wrong : new String[] {"", "guess", HASH}) {
                client.get()
                        .uri("/api/v1/exchange/trades")
                        .header("X-API-Key", wrong)
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()
                        .expectBody()
                        .jsonPath("$.success")
                        .isEqualTo(false)
                        .jsonPath("$.type")
                        .isEqualTo("urn:tapeline:problem:unauthorized");
            }
            client.get()
                    .uri("/api/v1/exchange/trades")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
            client.get().uri("/actuator/prometheus").exchange().expectStatus().isUnauthorized();
            client.get()
                    .uri("/api/v1/exchange/trades")
                    .header("X-API-Key", "open sesame")
                    .exchange()
                    .expectStatus()
                    .isOk();
            client.get()
                    .uri("/actuator/health/liveness")
                    .exchange()
                    .expectStatus()
                    .isOk();
            client.get().uri("/v3/api-docs").exchange().expectStatus().isOk();
            // A browser asks for leave before it sends the header.
            client.options()
                    .uri("/api/v1/exchange/trades")
                    .header("Origin", "http://example.org")
                    .header("Access-Control-Request-Method", "GET")
                    .header("Access-Control-Request-Headers", "X-API-Key")
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(output).doesNotContain("open sesame");
        }
    }

    @Test
    void aKeyInPlaceOfItsHashIsRefusedAndNotRepeated(CapturedOutput output) {
        assertThatThrownBy(() -> RunningApi.start(Map.of("tapeline.query.api-keys", "top-secret"))
                        .close())
                .rootCause()
                .hasMessageContaining("tapeline.query.api-keys");
        assertThat(output).contains("tapeline.query.api-keys").doesNotContain("top-secret");
    }
}
