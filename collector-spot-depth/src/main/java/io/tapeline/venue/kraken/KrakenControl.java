package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers to requests, and what the venue says of itself. */
final class KrakenControl {
    private KrakenControl() {}

    static Decoded answer(JsonValue message) {
        String method = message.text("method");
        String error = message.optionalText("error");
        if (error != null) {
            return refusal(message, error);
        }
        return switch (method) {
            case "pong" -> new Decoded.Heartbeat();
            case "subscribe", "unsubscribe" -> accepted(message.get("result"));
            default -> new Decoded.Unknown("method '" + method + "'");
        };
    }

    private static Decoded accepted(JsonValue result) {
        String channel = result.text("channel");
        String symbol = result.optionalText("symbol");
        if (symbol == null) {
            return new Decoded.Ignored("the channel " + channel + " is about all pairs");
        }
        String stream =
                switch (channel) {
                    case KrakenStreams.BOOK -> KrakenStreams.book(result.integer("depth"));
                    case KrakenStreams.OHLC -> KrakenStreams.candles(KrakenInterval.ofMinutes(result.text("interval")));
                    default -> channel;
                };
        return new Decoded.Accepted(null, Set.of(KrakenStreams.name(stream, symbol)));
    }

    /**
     * What refuses because the venue is busy or closed is no answer: the request is made again, and then the connection is
     * given up. What runs already is as good as accepted.
     */
    private static Decoded refusal(JsonValue message, String error) {
        if (error.startsWith("EService") || error.contains("Rate limit") || error.contains("msg rate")) {
            return new Decoded.Ignored(error);
        }
        Long request = message.optionalInteger("req_id");
        String stream = stream(request, message.optionalText("symbol"));
        if (stream == null) {
            return new Decoded.Rejected(request == null ? null : request.toString(), error);
        }
        return error.startsWith("Already subscribed")
                ? new Decoded.Accepted(null, Set.of(stream))
                : new Decoded.RejectedStream(stream, error);
    }

    private static @Nullable String stream(@Nullable Long request, @Nullable String symbol) {
        String channel = request == null ? null : KrakenStreams.channelOf(request);
        return channel == null || symbol == null ? null : KrakenStreams.name(channel, symbol);
    }

    /** Sent on each fresh connection and whenever it changes; trading may stop without the data doing so. */
    static List<Decoded> status(JsonValue message) {
        String system = message.get("data").at(0).text("system");
        return List.of(
                system.equals("maintenance")
                        ? new Decoded.Closing("the venue is in maintenance")
                        : new Decoded.Ignored("the system is " + system));
    }
}
