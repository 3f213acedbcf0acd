package io.tapeline.collector.testing;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the toy dialect. */
final class ScriptedDecoder implements VenueDecoder {
    @Override
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        try {
            JsonNode message = JsonMapper.shared().readTree(frame.body());
            List<Decoded> decoded = new ArrayList<>();
            (message.isArray() ? message.values() : List.of(message)).forEach(one -> decoded.add(one(one, frame)));
            return decoded;
        } catch (JacksonException e) {
            return List.of(new Decoded.Malformed("not JSON"));
        }
    }

    private static Decoded one(JsonNode message, RawFrame frame) {
        if (message.has("trade")) {
            return new Decoded.Event(trade(message, frame));
        }
        if (message.has("ack")) {
            return new Decoded.Acknowledged(message.get("ack").asString());
        }
        if (message.has("accepted")) {
            Set<String> names = new HashSet<>();
            message.get("accepted").forEach(name -> names.add(name.asString()));
            return new Decoded.Accepted(message.has("of") ? message.get("of").asString() : null, names);
        }
        if (message.has("refused")) {
            return new Decoded.RejectedStream(
                    message.get("refused").asString(), message.path("why").asString());
        }
        if (message.has("more")) {
            return new Decoded.Continued(new RestCall(
                    URI.create(message.get("more").asString()), "calls", 1, RestCall.Priority.POLL, Origin.LIVE));
        }
        if (message.has("also")) {
            return new Decoded.Referred(new RestCall(
                    URI.create(message.get("also").asString()), "calls", 1, RestCall.Priority.POLL, Origin.LIVE));
        }
        if (message.has("reject")) {
            return new Decoded.Rejected(
                    message.get("reject").asString(), message.path("why").asString());
        }
        if (message.has("complaint")) {
            return new Decoded.Rejected(null, message.get("complaint").asString());
        }
        if (message.has("ping")) {
            return new Decoded.Reply("{\"pong\":" + message.get("ping") + "}");
        }
        return message.has("bye")
                ? new Decoded.Closing(message.get("bye").asString())
                : new Decoded.Unknown("message without a known member");
    }

    private static Trade trade(JsonNode message, RawFrame frame) {
        return new Trade(
                Header.received(ScriptedVenue.instrument(message.get("trade").asString()), frame.received()),
                message.get("id").asString(),
                Side.BUY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of());
    }
}
