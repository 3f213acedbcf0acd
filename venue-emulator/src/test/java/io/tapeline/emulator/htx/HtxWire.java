package io.tapeline.emulator.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what the emulator says with real payloads. */
final class HtxWire {
    private static final JsonMapper JSON = new JsonMapper();

    /** Members of 2021 and later, and of dated futures; funding is estimated no more, and amounts may be whole. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "quantity",
                    "trade_turnover",
                    "business_type",
                    "pair",
                    "contract_type",
                    "delivery_date",
                    "settlement_period",
                    "tradfi_labels",
                    "trade_partition",
                    "estimated_rate",
                    "realized_rate",
                    "locked_ratio",
                    "trade_amount",
                    "trade_volume",
                    "generated",
                    "ch",
                    "status",
                    "query_id")
            .allowing(Freedom.TEXT, "delivery_date", "delivery_time")
            .allowing(Freedom.EMPTY, "asks", "bids")
            .allowing(Freedom.NULL, "estimated_rate", "realized_rate")
            .allowing(
                    Freedom.FRACTION,
                    "open",
                    "high",
                    "low",
                    "close",
                    "price",
                    "quantity",
                    "amount",
                    "volume",
                    "vol",
                    "value",
                    "ask",
                    "bid",
                    "asks",
                    "bids",
                    "contract_size",
                    "locked_ratio",
                    "trade_amount",
                    "trade_turnover",
                    "trade_volume");

    private HtxWire() {}

    static Predicate<JsonNode> channel(String name) {
        return frame -> frame.path("ch").asString("").endsWith(name);
    }

    static JsonNode first(TestSocket socket, Predicate<JsonNode> wanted) {
        return JSON.readTree(
                socket.await(1, text -> wanted.test(JSON.readTree(text))).getFirst());
    }

    static void like(String channel, JsonNode ours) throws IOException {
        like(channel, ours, sample -> true);
    }

    static void like(String channel, JsonNode ours, Predicate<JsonNode> which) throws IOException {
        List<JsonNode> samples = WireSamples.byChannel("htx").getOrDefault(channel, List.of()).stream()
                .filter(which)
                .toList();
        assertThat(samples).as(channel).isNotEmpty();
        for (JsonNode sample : samples) {
            assertThat(SHAPE.differences(sample, ours))
                    .as("%s: %s", channel, ours)
                    .isEmpty();
        }
    }
}
