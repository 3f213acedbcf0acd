package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Trades and outcomes. A trade has no id: the hash of its transaction is that of all fills settled together. Over REST its
 * time has seconds, on the stream milliseconds.
 *
 * @param upIsYes see {@link PolymarketSettings}
 */
record PolymarketTrades(boolean upIsYes) {

    Decoded streamed(JsonValue message, long received, InstrumentLookup instruments) {
        Header header = PolymarketBooks.header(message, received);
        return trade(header, message, "transaction_hash", instruments);
    }

    /**
     * A row of the data API.
     *
     * @param time epoch microseconds
     */
    Decoded past(JsonValue row, long time, long received, InstrumentLookup instruments) {
        Header header = Header.venue(PolymarketNames.token(row.text("asset")), time, received);
        return trade(header, row, "transactionHash", instruments);
    }

    private Decoded trade(Header header, JsonValue trade, String hash, InstrumentLookup instruments) {
        Map<String, Object> metadata =
                PolymarketNames.labels(header.instrument().symbol(), instruments, upIsYes);
        if (trade.has(hash)) {
            metadata.put("transaction_hash", trade.text(hash));
        }
        return new Decoded.Event(new Trade(
                header,
                null,
                side(trade.textOr("side", "")),
                trade.decimal("price"),
                trade.decimal("size"),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                metadata));
    }

    /** The taker's, on this token. */
    private static Side side(String text) {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }

    /** Any market of the venue, so that tokens of others are told of too. */
    List<Decoded> resolved(JsonValue message, long received, InstrumentLookup instruments) {
        String winner = message.text("winning_asset_id");
        long told = message.millis("timestamp");
        return JsonDecoder.rows(message.get("assets_ids").elements(), each -> {
            InstrumentId token = PolymarketNames.token(each.text());
            Instrument known = instruments.find(token.symbol());
            Long expiry = known == null ? null : known.expiry();
            Map<String, Object> metadata = PolymarketNames.labels(token.symbol(), instruments, upIsYes);
            metadata.put("source", "market_resolved");
            return List.of(PolymarketListing.settlement(
                    Header.venue(token, expiry == null ? told : expiry, received),
                    each.text().equals(winner) ? BigDecimal.ONE : BigDecimal.ZERO,
                    metadata));
        });
    }
}
