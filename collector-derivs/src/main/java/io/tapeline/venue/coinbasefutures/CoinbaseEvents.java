package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Events of one message, which may be about several products.
 *
 * @param message with {@code timestamp}, {@code sequence_num} and {@code events}
 */
record CoinbaseEvents(JsonValue message, InstrumentLookup instruments, long received) {

    /** What a subscription begins with happened before it. */
    List<Decoded> trades() {
        return JsonDecoder.rows(message.get("events").elements(), event -> {
            List<Decoded> trades = rows(event.get("trades"), row -> new Decoded.Event(trade(row)));
            trades.sort(Comparator.comparing(CoinbaseEvents::order));
            return snapshot(event) ? trades.stream().map(CoinbaseEvents::before).toList() : trades;
        });
    }

    /** Rows come in either order; equal times are told apart by their ids. */
    private static CoinbaseTrades.Order order(Decoded decoded) {
        return decoded instanceof Decoded.Event(Trade trade)
                ? CoinbaseTrades.Order.of(trade)
                : CoinbaseTrades.Order.FIRST;
    }

    private Trade trade(JsonValue row) {
        return CoinbaseTrades.read(row, id(row), received);
    }

    private static Decoded before(Decoded decoded) {
        return decoded instanceof Decoded.Event(Trade trade)
                ? new Decoded.Event(CoinbaseTrades.withOrigin(trade, Origin.BACKFILL))
                : decoded;
    }

    List<Decoded> books() {
        return JsonDecoder.rows(
                message.get("events").elements(),
                event -> List.of(CoinbaseProducts.derivative(event.text("product_id")) ? book(event) : elsewhere()));
    }

    /** Bids and offers in one list; sizes are what a level has from now on. */
    private Decoded book(JsonValue event) {
        List<JsonValue> updates = event.get("updates").elements();
        Levels.Builder bids = Levels.builder(updates.size());
        Levels.Builder asks = Levels.builder(updates.size());
        for (JsonValue update : updates) {
            String side = update.text("side");
            switch (side) {
                case "bid" -> CoinbaseLevels.add(bids, update);
                case "offer" -> CoinbaseLevels.add(asks, update);
                default -> throw new BadMember("side", "expected bid or offer, got '" + side + "'");
            }
        }
        long frame = message.integer("sequence_num");
        return new Decoded.BookUpdate(
                Header.venue(id(event), engineTime(updates), received),
                snapshot(event),
                bids.build(),
                asks.build(),
                SizeUnit.CONTRACTS,
                frame,
                frame,
                null,
                null);
    }

    /** That of the last change; the beginning of 1970 where the venue says none. */
    private long engineTime(List<JsonValue> updates) {
        JsonValue last = updates.isEmpty() ? null : updates.getLast();
        long time = last != null && last.has("event_time") ? last.iso("event_time") : 0;
        return time > 0 ? time : sent();
    }

    /** Best prices at a trade. */
    List<Decoded> quotes() {
        return perRow(
                "tickers",
                row -> new Decoded.Event(new Quote(
                        Header.venue(id(row), sent(), received),
                        row.optionalDecimal("best_bid"),
                        row.optionalDecimal("best_bid_quantity"),
                        row.optionalDecimal("best_ask"),
                        row.optionalDecimal("best_ask_quantity"),
                        SizeUnit.CONTRACTS,
                        null)));
    }

    /** Always of five minutes. */
    List<Decoded> candles() {
        return perRow(
                "candles",
                row -> new Decoded.Event(CoinbaseCandles.read(
                        row, row.text("product_id"), CoinbaseGranularity.FIVE_MINUTE, sent(), instruments, received)));
    }

    private List<Decoded> perRow(String member, Function<JsonValue, Decoded> row) {
        return JsonDecoder.rows(message.get("events").elements(), event -> rows(event.get(member), row));
    }

    private static List<Decoded> rows(JsonValue rows, Function<JsonValue, Decoded> row) {
        return new ArrayList<>(JsonDecoder.rows(
                rows.elements(),
                one -> List.of(CoinbaseProducts.derivative(one.text("product_id")) ? row.apply(one) : elsewhere())));
    }

    private static Decoded elsewhere() {
        return new Decoded.Ignored("no product of the derivatives exchange");
    }

    private InstrumentId id(JsonValue row) {
        return CoinbaseProducts.instrument(row.text("product_id"), instruments);
    }

    private long sent() {
        return EpochTime.iso("timestamp", message.text("timestamp"));
    }

    private static boolean snapshot(JsonValue event) {
        String type = event.text("type");
        return switch (type) {
            case "snapshot" -> true;
            case "update" -> false;
            default -> throw new BadMember("type", "expected snapshot or update, got '" + type + "'");
        };
    }
}
