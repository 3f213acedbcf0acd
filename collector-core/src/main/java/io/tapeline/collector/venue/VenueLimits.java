package io.tapeline.collector.venue;

import java.time.Duration;

/**
 * A venue's limits on streaming.
 *
 * @param streamsPerConnection most subscriptions on one connection
 * @param messagesPerSecond most messages a client may send on a connection
 * @param connectionLifetime after which the venue cuts a connection; zero when it does not
 * @param acknowledgementTimeout how long to wait for the answer to a subscription
 * @param idleTimeout how long a connection may bring nothing at all before it counts as dead
 * @param maxFrameBytes longest frame the venue sends; anything longer is a fault
 */
public record VenueLimits(
        int streamsPerConnection,
        int messagesPerSecond,
        Duration connectionLifetime,
        Duration acknowledgementTimeout,
        Duration idleTimeout,
        int maxFrameBytes) {}
