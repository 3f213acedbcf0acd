package io.tapeline.emulator.dydx;

import io.tapeline.emulator.kit.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the Indexer writes frames, times and block heights. */
final class DydxText {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** About a block a second since the chain's first. */
    private static final long FIRST_BLOCK = 1_698_000_000;

    private DydxText() {}

    /** Epoch milliseconds as ISO-8601 with milliseconds. */
    static String iso(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }

    static long height(long millis) {
        return Math.max(1, millis / 1_000 - FIRST_BLOCK);
    }

    /** The answer to a subscription; the session adds connection and number. @param id empty where the channel has none */
    static String subscribed(String channel, String id, String contents) {
        Json frame = Json.object().text("type", "subscribed").text("channel", channel);
        return (id.isEmpty() ? frame : frame.text("id", id))
                .raw("contents", contents)
                .end();
    }

    static String data(String channel, String id, String version, String contents) {
        Json frame = Json.object().text("type", "channel_data");
        return (id.isEmpty() ? frame : frame.text("id", id))
                .text("channel", channel)
                .text("version", version)
                .raw("contents", contents)
                .end();
    }
}
