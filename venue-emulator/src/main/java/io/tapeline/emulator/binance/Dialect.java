package io.tapeline.emulator.binance;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Handshakes;
import java.time.Duration;

/** Where spot and futures differ outside the payloads. */
enum Dialect {
    SPOT(
            "binance-spot",
            new WireLimits(
                    5,
                    1024,
                    300,
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofHours(24),
                    6000,
                    Duration.ofMinutes(2))),
    USDM(
            "binance-usdm",
            new WireLimits(
                    10,
                    1024,
                    Integer.MAX_VALUE,
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(10),
                    Duration.ofHours(24),
                    2400,
                    Duration.ofMinutes(2)));

    private final String prefix;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and durations
    private final WireLimits limits;

    Dialect(String prefix, WireLimits limits) {
        this.prefix = prefix;
        this.limits = limits;
    }

    String prefix() {
        return prefix;
    }

    /** As documented. */
    WireLimits limits() {
        return limits;
    }

    Handshakes handshakes(EmulatorSettings settings) {
        return new Handshakes(
                settings.limits(prefix, limits), RestErrors.of(429, -1003, "Too many connection attempts."));
    }

    /** The route that a stream lives on. */
    String route(String stream) {
        if (this == SPOT) {
            return "";
        }
        boolean book = stream.contains("@depth") || stream.contains("bookTicker") || stream.endsWith("@trade");
        return book ? UsdmVenue.PUBLIC : UsdmVenue.MARKET;
    }

    /** Only spot tells of its maintenance. */
    boolean announcesShutdown() {
        return this == SPOT;
    }
}
