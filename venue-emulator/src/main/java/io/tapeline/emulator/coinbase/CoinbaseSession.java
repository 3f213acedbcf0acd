package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control protocol: products and channels in a message; answers list everything that the connection is subscribed to. */
final class CoinbaseSession extends EmulatedSession {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REFUSED = "Failed to subscribe";

    /** Of one who signs in; any signature does. */
    private static final List<String> SIGNATURE = List.of("signature", "key", "passphrase", "timestamp");

    private boolean signedIn;

    CoinbaseSession(CoinbaseVenue venue, WsConnection connection) {
        super(venue, connection);
    }

    @Override
    protected ClientMessage read(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return new ClientMessage.Answer(CoinbaseText.error("Malformed JSON", "no JSON"));
        }
        if (message.path("channels").isEmpty()) {
            return new ClientMessage.Answer(CoinbaseText.error(REFUSED, "No channels provided"));
        }
        signedIn |= SIGNATURE.stream()
                .noneMatch(member -> message.path(member).asString("").isBlank());
        List<String> streams = new ArrayList<>();
        for (JsonNode channel : message.get("channels")) {
            String name = channel.isString()
                    ? channel.asString()
                    : channel.path("name").asString("");
            List<String> products = products(message, channel);
            if (products.isEmpty()) {
                return new ClientMessage.Answer(
                        CoinbaseText.error(REFUSED, "You need to specify at least one product ID for channel " + name));
            }
            products.forEach(product -> streams.add(CoinbaseStreams.name(name, product)));
        }
        return switch (message.path("type").asString("")) {
            case "subscribe" -> new ClientMessage.Subscribe(streams, message);
            case "unsubscribe" -> new ClientMessage.Unsubscribe(streams, message);
            default -> new ClientMessage.Answer(CoinbaseText.error(REFUSED, "Type has to be subscribe or unsubscribe"));
        };
    }

    /** Those of the message, and a channel's own. */
    private static List<String> products(JsonNode message, JsonNode channel) {
        return Stream.concat(
                        message.path("product_ids").valueStream(),
                        channel.path("product_ids").valueStream())
                .map(product -> product.asString(""))
                .distinct()
                .toList();
    }

    @Override
    protected boolean known(String stream) {
        return super.known(stream) && (signedIn || !stream.startsWith("level2:"));
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
            String refused = Stream.concat(outcome.unknown().stream(), outcome.rejected().stream())
                    .findFirst()
                    .orElseThrow();
            answer(CoinbaseText.error(REFUSED, reason(refused)));
        }
    }

    private String reason(String stream) {
        String[] parts = stream.split(":", 2);
        if (parts[0].equals("level2") && !signedIn) {
            return "level2, level3, and full channels now require authentication.";
        }
        return super.known(CoinbaseStreams.name("matches", parts[1])) && !super.known(stream)
                ? parts[0] + " is not a valid channel"
                : parts[1] + " is not a valid product";
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(subscriptions(new LinkedHashSet<>(streams())));
    }

    private static String subscriptions(Set<String> streams) {
        Map<String, List<String>> byChannel = new LinkedHashMap<>();
        for (String stream : streams) {
            String[] parts = stream.split(":", 2);
            byChannel
                    .computeIfAbsent(told(parts[0]), absent -> new ArrayList<>())
                    .add(parts[1]);
        }
        return Json.object()
                .text("type", "subscriptions")
                .raw("channels", Json.array(byChannel.entrySet().stream().map(channel -> Json.object()
                        .text("name", channel.getKey())
                        .raw("product_ids", JSON.writeValueAsString(channel.getValue()))
                        .raw("account_ids", "null")
                        .end())))
                .end();
    }

    /** Books in batches go by another name than they are asked by. */
    private static String told(String channel) {
        return channel.equals("level2_batch") ? "level2_50" : channel;
    }
}
