package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.Decoded.TickerChange;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the three sockets bring, told apart by {@code op} and {@code ch}. */
record HtxSwapMessages(HtxSwapListing listing) implements JsonDecoder.Reading {

    @Override
    public List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (message.has("op")) {
            return message.text("op").equals("notify")
                    ? notified(message, frame.received(), instruments)
                    : HtxControl.operation(message);
        } else if (message.has("ch")) {
            return data(message, frame.received(), instruments);
        }
        List<Decoded> control = HtxControl.market(message);
        return control != null ? control : List.of(new Decoded.Unknown("a message without ch, op or status"));
    }

    private static List<Decoded> data(JsonValue message, long received, InstrumentLookup instruments) {
        HtxTopic topic = HtxTopic.of(message.text("ch"));
        InstrumentId id = HtxSwapVenue.instrument(topic.contract(), instruments);
        String channel = topic.words()[0];
        return switch (channel) {
            case "trade" ->
                JsonDecoder.rows(
                        message.get("tick").get("data").elements(),
                        row -> List.of(HtxSwapEvents.trade(row, id, received)));
            case "depth" -> List.of(depth(topic, message.get("tick"), id, received));
            case "bbo" -> List.of(quote(message.get("tick"), id, received));
            case "kline", "premium_index" -> List.of(candle(message, topic, id, received));
            case "mark_price", "index", "basis" -> List.of(prices(channel, message, id, received));
            case "open_interest" ->
                JsonDecoder.rows(
                        message.get("data").elements(),
                        row -> List.of(HtxSwapEvents.openInterest(row, id, message.millis("ts"), received)));
            case "detail" -> List.of(new Decoded.Ignored("figures of 24 hours"));
            case "estimated_rate" -> List.of(new Decoded.Ignored("funding_rate tells the estimate"));
            default -> List.of(new Decoded.Unknown("channel '" + topic.channel() + "'"));
        };
    }

    private static Decoded quote(JsonValue tick, InstrumentId id, long received) {
        return HtxSwapEvents.quote(tick, id, received, tick.integer("version"));
    }

    /** Other steps than 0 merge levels; step 6 is step 0 cut to 20 levels. */
    private static Decoded depth(HtxTopic topic, JsonValue tick, InstrumentId id, long received) {
        if (topic.channel().endsWith(".high_freq")) {
            return book(tick, id, whole(tick), tick.integer("version"), received);
        }
        return topic.channel().equals("depth.step0")
                ? book(tick, id, true, null, received)
                : new Decoded.Ignored("levels that are merged or cut");
    }

    /** Messages to one who did not ask for increments are whole books without an event. */
    private static boolean whole(JsonValue tick) {
        String event = tick.textOr("event", "snapshot");
        return switch (event) {
            case "snapshot" -> true;
            case "update" -> false;
            default -> throw new BadMember("event", "expected snapshot or update, got '" + event + "'");
        };
    }

    static BookUpdate book(JsonValue tick, InstrumentId id, boolean snapshot, @Nullable Long version, long received) {
        return new BookUpdate(
                Header.venue(id, tick.millis("ts"), received),
                snapshot,
                tick.levels("bids"),
                tick.levels("asks"),
                SizeUnit.CONTRACTS,
                version,
                version,
                null,
                null);
    }

    private static Decoded candle(JsonValue message, HtxTopic topic, InstrumentId id, long received) {
        CandleSource source = topic.channel().startsWith("kline") ? CandleSource.TRADE : CandleSource.PREMIUM;
        return new HtxCandles(id, topic.period(), source, message.millis("ts"), received)
                .ofContracts(message.get("tick"));
    }

    /** Of the running candle of mark or index price the close is the price now. */
    private static Decoded prices(String channel, JsonValue message, InstrumentId id, long received) {
        JsonValue tick = message.get("tick");
        Ticker prices =
                switch (channel) {
                    case "mark_price" -> Ticker.prices(tick.decimal("close"), null, null);
                    case "index" -> Ticker.prices(null, tick.decimal("close"), null);
                    default -> Ticker.prices(null, tick.decimal("index_price"), tick.decimal("contract_price"));
                };
        return new TickerChange(Header.venue(id, message.millis("ts"), received), false, prices);
    }

    private List<Decoded> notified(JsonValue message, long received, InstrumentLookup instruments) {
        String topic = message.text("topic");
        return switch (topic.substring(topic.lastIndexOf('.') + 1)) {
            case "funding_rate" ->
                JsonDecoder.rows(
                        message.get("data").elements(),
                        row -> List.of(HtxSwapEvents.estimated(
                                row,
                                contract(row, instruments),
                                message.millis("ts"),
                                row.optionalMillis("settlement_time"),
                                received)));
            case "liquidation_orders" ->
                JsonDecoder.rows(
                        message.get("data").elements(),
                        row -> List.of(HtxSwapEvents.liquidation(row, contract(row, instruments), received)));
            case "contract_info" -> listing.read(message.get("data"), received, instruments);
            case "heartbeat" -> List.of(new Decoded.Ignored("the state of the venue's system"));
            default -> List.of(new Decoded.Unknown("topic '" + topic + "'"));
        };
    }

    private static InstrumentId contract(JsonValue row, InstrumentLookup instruments) {
        return HtxSwapVenue.instrument(row.text("contract_code"), instruments);
    }
}
