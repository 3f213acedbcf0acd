package io.tapeline.emulator.kit;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A message of a client, as the venue's session has read it. */
public sealed interface ClientMessage {
    /**
     * @param streams names as the venue's channels have them
     * @param request the whole message, or what of it the answer needs
     */
    record Subscribe(List<String> streams, JsonNode request) implements ClientMessage {}

    record Unsubscribe(List<String> streams, JsonNode request) implements ClientMessage {}

    /** It is answered with this text and nothing else happens: pings of the client, lists, errors. */
    record Answer(String text) implements ClientMessage {}

    /** It answers a ping of the server; {@code payload} is what the ping was told apart by. */
    record Pong(String payload) implements ClientMessage {}

    /** Nothing happens; the session may have done something already. */
    record Ignored() implements ClientMessage {}

    static Subscribe subscribe(List<String> streams) {
        return new Subscribe(streams, NullNode.getInstance());
    }
}
