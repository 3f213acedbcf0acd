package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.JsonSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.stream.Wrapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control protocol: one channel a message; answers list everything that the connection is subscribed to. */
final class CoinbaseSession extends JsonSession {
    static final String HEARTBEATS = "heartbeats";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ERROR = Json.object()
            .text("type", "error")
            .text("message", "authentication failure")
            .end();

    private final Wrapping frames = new CoinbaseFrames();

    CoinbaseSession(CoinbaseVenue venue, WsConnection connection) {
        super(venue, connection);
    }

    @Override
    protected ClientMessage read(JsonNode message, String text) {
        List<String> streams = streams(message);
        return switch (message.path("type").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(streams, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(streams, message);
            default -> malformed(text);
        };
    }

    @Override
    protected ClientMessage malformed(String text) {
        return new ClientMessage.Answer(ERROR);
    }

    private static List<String> streams(JsonNode message) {
        String channel = message.path("channel").asString("");
        return channel.equals(HEARTBEATS)
                ? List.of(HEARTBEATS)
                : message.path("product_ids")
                        .valueStream()
                        .map(product -> CoinbaseStreams.name(channel, product.asString()))
                        .toList();
    }

    /** An error says nothing of which stream it is about. */
    @Override
    protected boolean allOrNothing() {
        return true;
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        if (outcome.all()) {
            Set<String> all = new LinkedHashSet<>(streams());
            all.addAll(outcome.accepted());
            answer(subscriptions(all));
        } else {
            answer(ERROR);
        }
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(subscriptions(new LinkedHashSet<>(streams())));
    }

    private String subscriptions(Set<String> streams) {
        Map<String, Set<String>> byChannel = new LinkedHashMap<>();
        for (String stream : streams) {
            String[] parts = stream.split(":", 2);
            byChannel.computeIfAbsent(parts[0], absent -> new LinkedHashSet<>()).add(parts[parts.length - 1]);
        }
        return CoinbaseText.message(
                "subscriptions",
                now(),
                Json.object()
                        .raw("subscriptions", JSON.writeValueAsString(byChannel))
                        .end());
    }

    @Override
    public Wrapping wrapping() {
        return frames;
    }
}
