package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Books. Changes have had three forms: flat (2024), with {@code changes} of one token (2025), and with
 * {@code price_changes}, each of which names its token (since 2025-09-15).
 */
final class PolymarketBooks {

    /** What a frame changes of one token. */
    private static final class Changes {
        private final Levels.Builder bids = Levels.builder(1);
        private final Levels.Builder asks = Levels.builder(1);
        private Decoded.@Nullable Top top;
        private boolean any;

        void add(JsonValue change) {
            Levels level = level(change);
            side(change).add(level.priceMantissa(0), level.priceScale(0), level.sizeMantissa(0), level.sizeScale(0));
            top = change.has("best_bid") && change.has("best_ask") ? new Decoded.Top(bid(change), ask(change)) : null;
            any = true;
        }

        private static Levels level(JsonValue change) {
            try {
                return Levels.builder(1)
                        .add(change.decimal("price"), change.decimal("size"))
                        .build();
            } catch (NumberFormatException e) {
                throw new BadMember("size", String.valueOf(e.getMessage()));
            }
        }

        private Levels.Builder side(JsonValue change) {
            String side = change.text("side");
            return switch (side) {
                case "BUY" -> bids;
                case "SELL" -> asks;
                default -> throw new BadMember("side", "expected BUY or SELL, got '" + side + "'");
            };
        }
    }

    private PolymarketBooks() {}

    static Header header(JsonValue message, long received) {
        return header(message, message.text("asset_id"), received);
    }

    private static Header header(JsonValue message, String token, long received) {
        return Header.venue(PolymarketNames.token(token), message.millis("timestamp"), received);
    }

    /** Of the stream and of REST alike. */
    static Decoded snapshot(JsonValue book, long received) {
        return update(
                header(book, received),
                true,
                book.levels("bids", "price", "size"),
                book.levels("asks", "price", "size"),
                null);
    }

    static List<Decoded> changes(JsonValue message, long received) {
        Map<String, Changes> byToken = new LinkedHashMap<>();
        List<Decoded> said = new ArrayList<>();
        for (JsonValue change : elements(message)) {
            String token = (change.has("asset_id") ? change : message).text("asset_id");
            try {
                byToken.computeIfAbsent(token, first -> new Changes()).add(change);
            } catch (BadMember e) {
                said.add(new Decoded.BookLost(PolymarketNames.token(token), e.reason()));
            }
        }
        byToken.forEach((token, changes) -> {
            if (changes.any) {
                Header header = header(message, token, received);
                said.add(update(header, false, changes.bids.build(), changes.asks.build(), changes.top));
            }
        });
        return said.isEmpty() ? List.of(new Decoded.Ignored("no changes")) : said;
    }

    private static List<JsonValue> elements(JsonValue message) {
        for (String form : List.of("price_changes", "changes")) {
            JsonValue changes = message.find(form);
            if (changes != null) {
                return changes.elements();
            }
        }
        return List.of(message);
    }

    private static Decoded update(
            Header header, boolean snapshot, Levels bids, Levels asks, Decoded.@Nullable Top top) {
        return new Decoded.BookUpdate(header, snapshot, bids, asks, SizeUnit.BASE, null, null, null, null, top);
    }

    /** The best bid, null where there is none: the venue then says 0. */
    static @Nullable BigDecimal bid(JsonValue message) {
        BigDecimal bid = message.decimal("best_bid");
        return bid.signum() == 0 ? null : bid;
    }

    /** The best ask, null where there is none: the venue then says 1, or 0. */
    static @Nullable BigDecimal ask(JsonValue message) {
        BigDecimal ask = message.decimal("best_ask");
        return ask.signum() == 0 || ask.compareTo(BigDecimal.ONE) == 0 ? null : ask;
    }
}
