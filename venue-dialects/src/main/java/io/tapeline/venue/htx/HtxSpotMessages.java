package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;

/** Reads what the two sockets bring, told apart by {@code ch} and {@code rep}. */
final class HtxSpotMessages implements JsonDecoder.Reading {

    @Override
    public List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (message.has("ch")) {
            return data(message, frame.received(), instruments);
        } else if (message.has("rep") && message.has("data")) {
            return requested(message, frame.received(), instruments);
        }
        List<Decoded> control = HtxControl.market(message);
        return control != null ? control : List.of(new Decoded.Unknown("a message without ch, rep or status"));
    }

    private static List<Decoded> data(JsonValue message, long received, InstrumentLookup instruments) {
        HtxTopic topic = HtxTopic.of(message.text("ch"));
        InstrumentId id = HtxSpotVenue.instrument(topic.pair(), instruments);
        return switch (topic.words()[0]) {
            case "trade" ->
                JsonDecoder.rows(
                        message.get("tick").get("data").elements(),
                        row -> List.of(HtxSpotEvents.trade(row, "tradeId", id, received)));
            case "mbp" -> List.of(levels(topic, message, id, received));
            case "depth" -> List.of(depth(topic, message.get("tick"), id, received));
            case "bbo" -> List.of(HtxSpotEvents.quote(message.get("tick"), id, received));
            case "kline" -> List.of(candle(message, topic, id, received));
            case "detail", "ticker" -> List.of(new Decoded.Ignored("figures of 24 hours"));
            default -> List.of(new Decoded.Unknown("channel '" + topic.channel() + "'"));
        };
    }

    private static Decoded levels(HtxTopic topic, JsonValue message, InstrumentId id, long received) {
        Header header = Header.venue(id, message.millis("ts"), received);
        JsonValue tick = message.get("tick");
        return topic.channel().startsWith("mbp.refresh.")
                ? HtxSpotEvents.whole(tick, header)
                : HtxSpotEvents.change(tick, header);
    }

    /** Other steps than 0 merge levels. */
    private static Decoded depth(HtxTopic topic, JsonValue tick, InstrumentId id, long received) {
        return topic.channel().equals("depth.step0")
                ? HtxSpotEvents.whole(tick, Header.venue(id, tick.millis("ts"), received))
                : new Decoded.Ignored("levels that are merged");
    }

    private static Decoded candle(JsonValue message, HtxTopic topic, InstrumentId id, long received) {
        return new HtxCandles(id, topic.period(), CandleSource.TRADE, message.millis("ts"), received)
                .ofPairs(message.get("tick"));
    }

    /** What was asked for on a socket; only books are. It does not say of when the book is, only when it was sent. */
    private static List<Decoded> requested(JsonValue message, long received, InstrumentLookup instruments) {
        HtxTopic topic = HtxTopic.of(message.text("rep"));
        if (!topic.words()[0].equals("mbp")) {
            return List.of(new Decoded.Ignored("an answer to a question that is not asked"));
        }
        InstrumentId id = HtxSpotVenue.instrument(topic.pair(), instruments);
        Header header =
                message.has("ts") ? Header.venue(id, message.millis("ts"), received) : Header.received(id, received);
        return List.of(
                HtxSpotEvents.numbered(message.get("data"), header), new Decoded.Acknowledged(message.text("id")));
    }
}
