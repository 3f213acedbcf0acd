package io.tapeline.collector.session;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections are kept, the same for every venue; what differs between venues is in
 * {@link io.tapeline.collector.venue.VenueLimits}.
 *
 * @param connectTimeout how long opening may take, TLS and handshake included
 * @param connectInterval least time between two connections being opened, so that not all reconnect at one instant
 * @param backoff wait before the first new attempt; doubles with each that fails
 * @param maxBackoff longest wait between two attempts
 * @param jitter share by which a wait is varied at random, 0 to 1
 * @param stableAfter a connection that lived this long starts the waits from the beginning
 * @param failuresToSwitchOff attempts in a row that bring nothing before an endpoint is switched off
 * @param switchedOffFor how long it stays so
 * @param messageShare share of the venue's messages per second that is used; the rest is left for pongs
 * @param lifetimeMargin how long before the venue's cut a connection is replaced, at most a quarter of its lifetime
 * @param overlapWait how long a successor may take until every stream delivers on it
 * @param overlapLinger how long the old connection still runs after that, so that what is on its way arrives
 * @param tick how often silence is looked for
 * @param queuedFrames frames of a connection that may wait for the feed; when it is full, reading from the socket stops
 */
public record SessionSettings(
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("500ms") Duration connectInterval,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("60s") Duration maxBackoff,
        @DefaultValue("0.5") double jitter,
        @DefaultValue("30s") Duration stableAfter,
        @DefaultValue("5") int failuresToSwitchOff,
        @DefaultValue("5m") Duration switchedOffFor,
        @DefaultValue("0.8") double messageShare,
        @DefaultValue("10m") Duration lifetimeMargin,
        @DefaultValue("30s") Duration overlapWait,
        @DefaultValue("2s") Duration overlapLinger,
        @DefaultValue("500ms") Duration tick,
        @DefaultValue("256") int queuedFrames) {

    public SessionSettings {
        positive("connect-timeout", connectTimeout);
        positive("backoff", backoff);
        positive("tick", tick);
        positive("switched-off-for", switchedOffFor);
        check(maxBackoff.compareTo(backoff) >= 0, "max-backoff: expected at least backoff, got " + maxBackoff);
        check(jitter >= 0 && jitter < 1, "jitter: expected 0 to below 1, got " + jitter);
        check(failuresToSwitchOff > 0, "failures-to-switch-off: expected at least 1, got " + failuresToSwitchOff);
        check(messageShare > 0 && messageShare <= 1, "message-share: expected above 0 to 1, got " + messageShare);
        check(queuedFrames > 0, "queued-frames: expected at least 1, got " + queuedFrames);
    }

    /** The values of a settings file that says nothing. */
    public static SessionSettings defaults() {
        return new SessionSettings(
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                0.5,
                Duration.ofSeconds(30),
                5,
                Duration.ofMinutes(5),
                0.8,
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                256);
    }

    private static void positive(String name, Duration value) {
        check(value.isPositive(), name + ": expected a positive duration, got " + value);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
