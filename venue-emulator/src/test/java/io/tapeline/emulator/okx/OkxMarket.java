package io.tapeline.emulator.okx;

import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The emulated venue in virtual time, and clients of it. */
final class OkxMarket {
    private OkxMarket() {}

    /** No client falls silent for too long while time stands still for it. */
    static VirtualMarket start() {
        return new VirtualMarket(VirtualMarket.SETTINGS
                .withPrefixes(OkxEmulation.PREFIX)
                .withAssets("BTC")
                .withLimits(Map.of(OkxEmulation.PREFIX, WireLimits.wide().withSilence(Duration.ofDays(1)))));
    }

    /** A client that has subscribed these streams, {@code channel:instrument} each. */
    static TestSocket open(VirtualMarket market, String socket, String... streams) {
        TestSocket client = market.open(OkxEmulation.PREFIX, "/ws/v5/" + socket);
        client.send("{\"id\":\"1\",\"op\":\"subscribe\",\"args\":"
                + Json.array(List.of(streams).stream().map(OkxMarket::arg)) + "}");
        client.await(streams.length, text -> text.contains("\"event\":\"subscribe\""));
        return client;
    }

    private static String arg(String stream) {
        String[] parts = stream.split(":");
        String about = parts[0].equals("liquidation-orders") ? "instType" : "instId";
        return Json.object().text("channel", parts[0]).text(about, parts[1]).end();
    }
}
