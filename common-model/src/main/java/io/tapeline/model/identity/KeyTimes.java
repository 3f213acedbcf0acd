package io.tapeline.model.identity;

import io.tapeline.model.event.Kind;
import java.util.Map;

/**
 * Precision of the time that takes part in an identity. The same trade may come with microseconds on one channel and
 * milliseconds on another, so the coarsest of a venue's channels decides: a millisecond, unless listed here.
 */
final class KeyTimes {
    private static final long MILLISECOND = 1_000;
    private static final long SECOND = 1_000_000;

    /** Venues whose coarsest channel gives seconds: drift fills carry seconds, gmx trades too (venue documentation). */
    private static final Map<String, Long> COARSER = Map.of("drift", SECOND, "gmx", SECOND);

    /** Venues whose trades come with seconds over REST, and everything else with milliseconds (venue documentation). */
    private static final Map<String, Long> COARSER_TRADES = Map.of("polymarket", SECOND);

    private KeyTimes() {}

    static long truncate(String exchange, Kind kind, long micros) {
        if (kind.derived()) {
            return micros;
        }
        long usual = COARSER.getOrDefault(exchange, MILLISECOND);
        long step = kind == Kind.TRADE ? COARSER_TRADES.getOrDefault(exchange, usual) : usual;
        return Math.floorDiv(micros, step) * step;
    }
}
