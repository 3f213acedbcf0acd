package io.tapeline.venue.binance;

import static io.tapeline.collector.venue.RunningFeed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.bus.EmbeddedBroker;
import io.tapeline.emulator.Emulator;
import io.tapeline.venue.testing.EmulatedHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service against the emulator and a broker in this process. */
@ExtendWith(OutputCaptureExtension.class)
class BinanceServiceTest {
    @TempDir
    Path directory;

    private final EmulatedHost emulated = BinanceHosts.spot();
    private final EmbeddedBroker broker = EmbeddedBroker.stopped();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        broker.close();
        emulated.close();
        http.close();
    }

    private void start(int port) {
        Emulator emulator = emulated.emulator();
        BinanceSettings hosts = BinanceHosts.settings(emulator);
        Map<String, Object> properties = new HashMap<>(broker.properties());
        properties.put("server.port", port);
        properties.put("tapeline.binance.spot.rest", hosts.spot().rest());
        properties.put("tapeline.binance.spot.ws", hosts.spot().ws());
        properties.put("tapeline.binance.futures.rest", hosts.futures().rest());
        properties.put("tapeline.binance.futures.ws", hosts.futures().ws());
        properties.put("tapeline.collector.state-directory", directory.resolve("state"));
        properties.put("tapeline.bus.spool.directory", directory.resolve("spool"));
        properties.put("tapeline.bus.reconnect-delay", "100ms");
        properties.put("tapeline.collector.feeds.binance.assets", "BTC,ETH");
        properties.put("tapeline.collector.feeds.binance-futures.assets", "BTC,ETH");
        service = BinanceCollectorApplication.start(properties);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = service.getEnvironment().getProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private double metric(String beginning) throws IOException, InterruptedException {
        List<String> lines = get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .toList();
        assertThat(lines).as(beginning).isNotEmpty();
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void withoutABrokerTheServiceSaysSoAndWaitsAndHealthAndMetricsTellAll(CapturedOutput output) throws Exception {
        start(0);
        until(
                "both feeds live",
                () -> get("/actuator/health").body().contains("\"binance-futures\":\"LIVE\"")
                        && get("/actuator/health").body().contains("\"binance\":\"LIVE\""));
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/readiness").body()).contains("\"broker\":\"away\"");
        assertThat(output).contains("the broker does not take events");
        until("the spool fills", () -> metric("tapeline_bus_spool_bytes") > 0);

        broker.start();
        until("ready", () -> get("/actuator/health/readiness").statusCode() == 200);
        assertThat(get("/actuator/health/readiness").body()).contains("\"binance\":\"LIVE\"");
        until("the spool is emptied", () -> metric("tapeline_bus_spool_bytes") == 0);
        until("confirmed", () -> metric("tapeline_bus_published_total") > 100);
        everyFigureIsThere();

        emulated.emulator().unplug();
        until("down is seen", () -> get("/actuator/health/readiness").statusCode() == 503);
        assertThat(get("/actuator/health/liveness").statusCode())
                .as("liveness asks no venue")
                .isEqualTo(200);
        until("reconnects are counted", () -> metric("tapeline_session_reconnects_total") > 0);
        emulated.emulator().plugIn();
        assertThat(output.getAll().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    private void everyFigureIsThere() throws Exception {
        for (String feed : List.of("binance", "binance-futures")) {
            String tag = "feed=\"" + feed + "\"";
            assertThat(metric("tapeline_frames_total{" + tag)).isPositive();
            assertThat(metric("tapeline_events_total{" + tag + ",kind=\"trade\""))
                    .isPositive();
            assertThat(metric("tapeline_lag_seconds_count{" + tag + ",stretch=\"venue_to_receive\""))
                    .isPositive();
            assertThat(metric("tapeline_lag_seconds_count{" + tag + ",stretch=\"receive_to_confirm\""))
                    .isPositive();
            for (String counter : List.of(
                    "tapeline_session_reconnects_total",
                    "tapeline_gaps_total",
                    "tapeline_resyncs_total",
                    "tapeline_decode_errors_total")) {
                assertThat(metric(counter + "{" + tag)).as(counter).isNotNegative();
            }
        }
        assertThat(metric("tapeline_bus_spool_entries")).isZero();
        assertThat(metric("tapeline_rest_budget_available{budget=\"binance-spot\""))
                .isBetween(1.0, 6000.0);
        assertThat(metric("tapeline_rest_budget_available{budget=\"binance-futures\""))
                .isBetween(1.0, 2400.0);
    }

    @Test
    void aPortInUseIsOneClearLine(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(port)).isNotNull();
            assertThat(output.getAll().lines().filter(line -> line.contains("Port " + port)))
                    .hasSize(1);
            assertThat(output).contains("was already in use").doesNotContain("\tat ");
        }
    }

    @Test
    void aSettingOutOfRangeIsOneClearLine(CapturedOutput output) {
        assertThatThrownBy(() -> start(99_999)).isNotNull();
        assertThat(output)
                .contains("server.port")
                .contains("expected 0 to 65535")
                .doesNotContain("\tat ");
    }
}
