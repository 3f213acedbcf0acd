package io.tapeline.collector.decode;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lengths of candles by their names: {@code 1m}, {@code 4h}, {@code 1d}, {@code 1w}. */
public final class CandleLengths {
    private CandleLengths() {}

    /**
     * The lengths, in the order of the names.
     *
     * @throws IllegalArgumentException for a name that is no number of minutes, hours, days or weeks
     */
    public static Map<String, Duration> of(String... names) {
        Map<String, Duration> lengths = new LinkedHashMap<>();
        for (String name : names) {
            lengths.put(name, length(name));
        }
        return Collections.unmodifiableMap(lengths);
    }

    private static Duration length(String name) {
        int unit = name.length() - 1;
        int count = Integer.parseInt(name.substring(0, unit));
        return switch (name.charAt(unit)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            case 'w' -> Duration.ofDays(7L * count);
            default ->
                throw new IllegalArgumentException("'" + name + "' is no number of minutes, hours, days or weeks");
        };
    }
}
