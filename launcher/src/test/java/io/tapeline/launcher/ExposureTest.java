package io.tapeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.derivs.DerivativesCollectorApplication;
import io.tapeline.emulator.VenueEmulatorApplication;
import io.tapeline.query.QueryApiApplication;
import io.tapeline.spotdepth.SpotDepthCollectorApplication;
import io.tapeline.venue.binance.BinanceCollectorApplication;
import io.tapeline.writer.StorageWriterApplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ExposureTest {
    @TempDir
    Path directory;

    static Stream<Arguments> services() {
        return Stream.of(
                service("collector-binance", "server.address", BinanceCollectorApplication::start),
                service("collector-derivs", "server.address", DerivativesCollectorApplication::start),
                service("collector-spot-depth", "server.address", SpotDepthCollectorApplication::start),
                service("storage-writer", "server.address", StorageWriterApplication::start),
                service("query-api", "server.address", QueryApiApplication::start),
                service("venue-emulator", "tapeline.emulator.host", VenueEmulatorApplication::start));
    }

    private static Arguments service(
            String name, String property, Function<Map<String, Object>, ConfigurableApplicationContext> start) {
        return Arguments.of(Named.of(name, start), property);
    }

    @ParameterizedTest
    @MethodSource("services")
    void noServiceListensBeyondLoopbackUnlessThatWasSaidInSoManyWords(
            Function<Map<String, Object>, ConfigurableApplicationContext> start,
            String property,
            CapturedOutput output) {
        for (String address : new String[] {"0.0.0.0", "::"}) {
            assertThatThrownBy(() -> start.apply(with(property, address)).close())
                    .as(address)
                    .isNotNull();
        }
        assertThat(output)
                .contains(property, "TAPELINE_ALLOW_UNAUTHENTICATED=true")
                .doesNotContain("\tat ");
    }

    private Map<String, Object> with(String property, String address) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(property, address);
        settings.put("server.port", 0);
        settings.put("tapeline.emulator.port", 0);
        settings.put("tapeline.writer.roles.writer-password", "w");
        settings.put("tapeline.writer.roles.reader-password", "r");
        settings.put("TAPELINE_DATA_DIR", directory);
        return settings;
    }
}
