package io.tapeline.emulator.upbit;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The emulated Upbit in virtual time, and a client of it. */
final class UpbitMarketplace implements AutoCloseable {
    static final String PREFIX = "upbit";

    private static final JsonMapper JSON = new JsonMapper();

    private final VirtualMarket market = new VirtualMarket(VirtualMarket.SETTINGS
            .withPrefixes(PREFIX)
            .withLimits(Map.of(PREFIX, WireLimits.wide().withSilence(Duration.ofDays(1)))));
    private final TestSocket socket = market.open(PREFIX, "/websocket/v1");

    TestSocket socket() {
        return socket;
    }

    void pass(Duration duration) {
        market.pass(duration);
    }

    /** Asks for streams of two markets, and waits for the first frame of each. */
    void subscribe(String format, String... types) {
        String parts = Stream.of(types)
                .map(type -> "{\"type\":\"" + type + "\",\"codes\":[\"KRW-BTC\",\"BTC-ETH\"]}")
                .collect(Collectors.joining(","));
        market.pass(Duration.ofSeconds(1));
        socket.send("[{\"ticket\":\"t\"}," + parts + ",{\"format\":\"" + format + "\"}]");
        socket.send("[{\"ticket\":\"" + format + "\"},{\"method\":\"LIST_SUBSCRIPTIONS\"}]");
        list(format);
    }

    /** The list that was asked for under a ticket. */
    JsonNode list(String ticket) {
        List<String> lists = socket.await(
                1, text -> text.contains("LIST_SUBSCRIPTIONS") && text.endsWith("\"ticket\":\"" + ticket + "\"}"));
        return JSON.readTree(lists.getLast());
    }

    /** The newest message of a type. */
    JsonNode message(String member, String type) {
        String begins = "{\"" + member + "\":\"" + type + "\"";
        return JSON.readTree(socket.await(1, text -> text.startsWith(begins)).getLast());
    }

    HttpResponse<String> get(String path) {
        return TestRest.get(market.emulator(), PREFIX, path);
    }

    JsonNode answer(String path) {
        return JSON.readTree(get(path).body());
    }

    @Override
    public void close() {
        socket.close();
        market.close();
    }
}
