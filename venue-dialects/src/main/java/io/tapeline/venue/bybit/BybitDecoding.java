package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.List;
import java.util.Set;

/** Tells messages apart by their topic; the order of members varies. */
final class BybitDecoding {
    private static final Set<String> UNWANTED = Set.of("insurance", "adlAlert", "priceLimit", "system");

    private final BybitCategory category;

    private BybitDecoding(BybitCategory category) {
        this.category = category;
    }

    static VenueDecoder of(BybitCategory category) {
        return new JsonDecoder(new BybitDecoding(category)::read, new BybitAnswers(category)::read);
    }

    private List<Decoded> read(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        if (!message.has("topic")) {
            return BybitControl.read(message);
        }
        String topic = message.text("topic");
        String channel = topic.substring(0, Math.max(topic.indexOf('.'), 0));
        BybitEvents events = new BybitEvents(category, instruments, message, frame.received());
        return switch (channel) {
            case "publicTrade" -> events.trades();
            case "orderbook" -> book(topic, events);
            case "tickers", "allLiquidation", "liquidation" -> ofContracts(channel, events);
            case "kline" -> events.candles(topic.substring(topic.lastIndexOf('.') + 1));
            default ->
                List.of(
                        UNWANTED.contains(channel)
                                ? new Decoded.Ignored("topic " + channel)
                                : new Decoded.Unknown("topic " + topic));
        };
    }

    /** The ticker of a pair has statistics of 24 hours alone, neither bid nor ask; the rest does not exist there. */
    private List<Decoded> ofContracts(String channel, BybitEvents events) {
        if (!category.contracts()) {
            return List.of(new Decoded.Ignored("topic " + channel + " of a pair"));
        }
        return switch (channel) {
            case "tickers" -> events.ticker();
            case "allLiquidation" -> events.liquidations();
            default -> events.retiredLiquidation();
        };
    }

    private static List<Decoded> book(String topic, BybitEvents events) {
        String[] parts = topic.split("\\.", 3);
        return switch (parts[1]) {
            case "1" -> events.quote();
            case "rpi", "full" -> List.of(new Decoded.Ignored("topic orderbook." + parts[1]));
            default -> {
                if (!parts[1].matches("\\d{1,5}")) {
                    throw new BadMember("topic", "expected orderbook with a depth, got '" + topic + "'");
                }
                yield events.book();
            }
        };
    }
}
