package io.tapeline.emulator;

import java.time.Duration;

/**
 * What a venue enforces on its clients.
 *
 * @param messagesPerSecond frames a client may send, pings and pongs included
 * @param streamsPerConnection most subscriptions of a connection
 * @param connectionsPerFiveMinutes handshakes of all clients together
 * @param pingEvery time between pings
 * @param pongWithin how long a pong may take
 * @param lifetime after which a connection is cut
 * @param weightPerMinute REST weight of all clients together
 * @param banFor how long a client that ignores {@code Retry-After} is banned
 */
public record WireLimits(
        int messagesPerSecond,
        int streamsPerConnection,
        int connectionsPerFiveMinutes,
        Duration pingEvery,
        Duration pongWithin,
        Duration lifetime,
        int weightPerMinute,
        Duration banFor) {

    public WireLimits withPings(Duration every, Duration pong) {
        return new WireLimits(
                messagesPerSecond,
                streamsPerConnection,
                connectionsPerFiveMinutes,
                every,
                pong,
                lifetime,
                weightPerMinute,
                banFor);
    }

    public WireLimits withLifetime(Duration value) {
        return new WireLimits(
                messagesPerSecond,
                streamsPerConnection,
                connectionsPerFiveMinutes,
                pingEvery,
                pongWithin,
                value,
                weightPerMinute,
                banFor);
    }

    public WireLimits withWeight(int perMinute, Duration ban) {
        return new WireLimits(
                messagesPerSecond,
                streamsPerConnection,
                connectionsPerFiveMinutes,
                pingEvery,
                pongWithin,
                lifetime,
                perMinute,
                ban);
    }
}
