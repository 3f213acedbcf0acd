package io.tapeline.emulator;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a venue enforces on its clients. In settings, 0 stands for the venue's own limit.
 *
 * @param messagesPerSecond frames a client may send, pings and pongs included
 * @param streamsPerConnection most subscriptions of a connection
 * @param connectionsPerFiveMinutes handshakes of all clients together
 * @param pingEvery time between pings; zero where the server sends none
 * @param pongWithin how long a pong may take (zero: none is expected); where the server sends no pings, how long a client
 *     may say nothing (zero: for ever)
 * @param lifetime after which a connection is cut; zero: never
 * @param weightPerMinute REST weight of all clients together
 * @param banFor how long a client that ignores {@code Retry-After} is banned
 */
public record WireLimits(
        int messagesPerSecond,
        int streamsPerConnection,
        int connectionsPerFiveMinutes,
        @DefaultValue("0s") Duration pingEvery,
        @DefaultValue("0s") Duration pongWithin,
        @DefaultValue("0s") Duration lifetime,
        int weightPerMinute,
        @DefaultValue("0s") Duration banFor) {

    /** Next to none of them; a venue adds those it has. */
    public static WireLimits wide() {
        int any = 1_000_000_000;
        return new WireLimits(any, any, any, Duration.ZERO, Duration.ZERO, Duration.ZERO, any, Duration.ZERO);
    }

    /** These, and another's where these have none. */
    WireLimits or(WireLimits other) {
        return new WireLimits(
                messagesPerSecond == 0 ? other.messagesPerSecond : messagesPerSecond,
                streamsPerConnection == 0 ? other.streamsPerConnection : streamsPerConnection,
                connectionsPerFiveMinutes == 0 ? other.connectionsPerFiveMinutes : connectionsPerFiveMinutes,
                pingEvery.isZero() ? other.pingEvery : pingEvery,
                pongWithin.isZero() ? other.pongWithin : pongWithin,
                lifetime.isZero() ? other.lifetime : lifetime,
                weightPerMinute == 0 ? other.weightPerMinute : weightPerMinute,
                banFor.isZero() ? other.banFor : banFor);
    }

    public WireLimits withMessages(int perSecond) {
        return new WireLimits(
                perSecond,
                streamsPerConnection,
                connectionsPerFiveMinutes,
                pingEvery,
                pongWithin,
                lifetime,
                weightPerMinute,
                banFor);
    }

    public WireLimits withStreams(int perConnection) {
        return new WireLimits(
                messagesPerSecond,
                perConnection,
                connectionsPerFiveMinutes,
                pingEvery,
                pongWithin,
                lifetime,
                weightPerMinute,
                banFor);
    }

    /** A client that says nothing for so long is cut; the server sends no pings. */
    public WireLimits withSilence(Duration most) {
        return withPings(Duration.ZERO, most);
    }

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
