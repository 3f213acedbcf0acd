package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.SettingChecks;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Polymarket.
 *
 * @param gamma root of the host of metadata, without a slash at the end
 * @param clob root of the host of books
 * @param data root of the host of past trades
 * @param ws address of the market WebSocket; {@code /market} is added where it ends with {@code /ws}
 * @param assets whose Up or Down markets are looked for, such as {@code BTC}
 * @param periods of windows: {@code 5m 15m 1h 4h}, or any count of seconds ({@code s}), minutes or hours
 * @param windowsAhead windows of each series that are subscribed before they begin
 * @param linger how long after its end a window stays subscribed: trades come for another minute and a half
 * @param resolutionWait how long after its end a window's outcome is asked for
 * @param listsEvery how often windows are looked for
 * @param staleAfter how long a token may be quiet before it is subscribed anew, to see whether it still lives
 * @param firstBookWithin how long after a subscription the token's book may take; without it the token is stale
 * @param connectionLifetime after which a connection is replaced at the latest, with overlap; zero: never
 * @param upIsYes whether the outcome Up counts as YES and Down as NO, or the other way round
 */
@ConfigurationProperties("tapeline.polymarket")
public record PolymarketSettings(
        @DefaultValue(PolymarketSettings.GAMMA) String gamma,
        @DefaultValue(PolymarketSettings.CLOB) String clob,
        @DefaultValue(PolymarketSettings.DATA) String data,
        @DefaultValue(PolymarketSettings.WS) String ws,
        @DefaultValue({"BTC", "ETH", "SOL", "XRP"}) List<String> assets,
        @DefaultValue({"5m", "15m", "1h"}) List<String> periods,
        @DefaultValue("2") int windowsAhead,
        @DefaultValue("3m") Duration linger,
        @DefaultValue("15m") Duration resolutionWait,
        @DefaultValue("30s") Duration listsEvery,
        @DefaultValue("60s") Duration staleAfter,
        @DefaultValue("10s") Duration firstBookWithin,
        @DefaultValue("15m") Duration connectionLifetime,
        @DefaultValue("true") boolean upIsYes) {
    static final String GAMMA = "https://gamma-api.polymarket.com";
    static final String CLOB = "https://clob.polymarket.com";
    static final String DATA = "https://data-api.polymarket.com";
    static final String WS = "wss://ws-subscriptions-clob.polymarket.com/ws/market";

    private static final SettingChecks CHECKS = new SettingChecks("tapeline.polymarket");

    public PolymarketSettings {
        gamma = SettingChecks.root(gamma);
        clob = SettingChecks.root(clob);
        data = SettingChecks.root(data);
        ws = SettingChecks.root(ws);
        ws = ws.endsWith("/ws") ? ws + "/market" : ws;
        assets = List.copyOf(assets);
        periods = List.copyOf(periods);
        parsed(periods);
        CHECKS.require(windowsAhead >= 1, "windows-ahead", "at least 1", windowsAhead);
        CHECKS.positive("linger", linger);
        CHECKS.require(
                resolutionWait.compareTo(linger) >= 0, "resolution-wait", "at least linger " + linger, resolutionWait);
        CHECKS.positive("lists-every", listsEvery);
        CHECKS.positive("stale-after", staleAfter);
        CHECKS.positive("first-book-within", firstBookWithin);
        CHECKS.require(!connectionLifetime.isNegative(), "connection-lifetime", "zero or more", connectionLifetime);
    }

    private static List<Period> parsed(List<String> labels) {
        try {
            return labels.stream().map(Period::of).toList();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("tapeline.polymarket.periods: " + unknown.getMessage(), unknown);
        }
    }

    List<Period> parsedPeriods() {
        return parsed(periods);
    }

    /** The live hosts and the default of everything. */
    public static PolymarketSettings defaults() {
        return of(GAMMA, CLOB, DATA, WS);
    }

    /** Other hosts, such as an emulator's, and the default of everything else. */
    public static PolymarketSettings of(String gamma, String clob, String data, String ws) {
        return new PolymarketSettings(
                gamma,
                clob,
                data,
                ws,
                List.of("BTC", "ETH", "SOL", "XRP"),
                List.of("5m", "15m", "1h"),
                2,
                Duration.ofMinutes(3),
                Duration.ofMinutes(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                true);
    }
}
