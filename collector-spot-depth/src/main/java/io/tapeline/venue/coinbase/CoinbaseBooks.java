package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.SizeUnit;
import java.util.List;

/** Whole books and changes of them. One with a level that cannot be read is lost: nothing would tell what it should be. */
final class CoinbaseBooks {
    private CoinbaseBooks() {}

    static List<Decoded> read(JsonValue message, boolean snapshot, long received) {
        String product = message.text("product_id");
        try {
            return List.of(snapshot ? whole(message, product, received) : changes(message, product, received));
        } catch (BadMember e) {
            return List.of(new Decoded.BookLost(CoinbaseVenue.instrument(product), e.reason()));
        }
    }

    private static Decoded whole(JsonValue message, String product, long received) {
        return update(message, product, true, message.levels("bids"), message.levels("asks"), received);
    }

    /** Rows are {@code ["buy","price","size"]}, what is bought being a bid. */
    private static Decoded changes(JsonValue message, String product, long received) {
        List<JsonValue> rows = message.get("changes").elements();
        Levels.Builder bids = Levels.builder(rows.size());
        Levels.Builder asks = Levels.builder(rows.size());
        for (JsonValue row : rows) {
            String side = row.at(0).text();
            switch (side) {
                case "buy" -> add(row, bids);
                case "sell" -> add(row, asks);
                default -> throw new BadMember("changes", "expected buy or sell, got '" + side + "'");
            }
        }
        return update(message, product, false, bids.build(), asks.build(), received);
    }

    private static void add(JsonValue row, Levels.Builder side) {
        try {
            side.add(row.at(1).decimal(), row.at(2).decimal());
        } catch (NumberFormatException e) {
            throw new BadMember("changes", String.valueOf(e.getMessage()));
        }
    }

    private static Decoded update(
            JsonValue message, String product, boolean snapshot, Levels bids, Levels asks, long received) {
        return new Decoded.BookUpdate(
                CoinbaseHeaders.read(message, product, received),
                snapshot,
                bids,
                asks,
                SizeUnit.BASE,
                null,
                null,
                null,
                null);
    }
}
