package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.List;

/**
 * JSON-RPC 2.0, https://docs.deribit.com: a message with {@code method} is a notification, any other answers a request.
 * {@code amount} of inverse perpetuals and futures (BTC-PERPETUAL, BTC-25DEC26) counts US dollars, so sizes are
 * {@code quote}; of linear contracts, options and spot it counts coins, so sizes are {@code base}. Prices of inverse
 * options are in coins.
 */
final class DeribitDecoder implements VenueDecoder {
    private final VenueDecoder json;

    /** @param history root of the host that has old trades */
    DeribitDecoder(String history) {
        DeribitAnswers answers = new DeribitAnswers(new DeribitPages(history));
        this.json = new JsonDecoder(DeribitDecoder::message, answers::read);
    }

    @Override
    public List<Decoded> decode(RawFrame frame, InstrumentLookup instruments) {
        return json.decode(frame, instruments);
    }

    private static List<Decoded> message(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (!message.has("method")) {
            return List.of(DeribitControl.answer(message));
        }
        return switch (message.text("method")) {
            case "subscription" -> DeribitChannels.read(message.get("params"), frame, instruments);
            case "heartbeat" -> List.of(DeribitControl.heartbeat(message.get("params")));
            default -> List.of(new Decoded.Unknown("method " + message.text("method")));
        };
    }
}
