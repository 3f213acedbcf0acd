package io.tapeline.emulator.htx;

import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The emulated venue in virtual time, and clients of it. */
final class HtxMarket {
    private HtxMarket() {}

    /** Pings are so rare that none comes: a client answers in real time, which stands still here. */
    static VirtualMarket start(String prefix) {
        Duration day = Duration.ofDays(1);
        return new VirtualMarket(VirtualMarket.SETTINGS
                .withPrefixes(prefix)
                .withAssets("BTC")
                .withLimits(Map.of(prefix, WireLimits.wide().withPings(day, day))));
    }

    /** A client of market data or of indices that has subscribed these topics. */
    static TestSocket market(VirtualMarket market, String prefix, String path, String... topics) {
        TestSocket client = market.open(prefix, path);
        for (String topic : topics) {
            client.send("{\"sub\":\"" + topic + "\",\"data_type\":\"incremental\",\"id\":\"1\"}");
        }
        client.await(topics.length, text -> text.contains("\"subbed\""));
        return client;
    }

    /** A client of notifications that has subscribed these topics. */
    static TestSocket notified(VirtualMarket market, List<String> topics) {
        TestSocket client = market.open(HtxEmulation.SWAP, HtxSession.NOTIFICATION);
        for (String topic : topics) {
            client.send("{\"op\":\"sub\",\"cid\":\"1\",\"topic\":\"" + topic + "\"}");
        }
        client.await(topics.size(), text -> text.contains("\"err-code\":0"));
        return client;
    }
}
