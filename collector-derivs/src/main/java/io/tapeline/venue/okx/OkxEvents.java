package io.tapeline.venue.okx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of channels and of answers that look the same. Numbers and times are texts, times milliseconds.
 *
 * @param received of the frame, epoch microseconds
 */
record OkxEvents(long received, InstrumentLookup instruments) {

    private InstrumentId id(JsonValue row) {
        return OkxNames.id(row.text("instId"), instruments);
    }

    private Header header(JsonValue row) {
        return Header.venue(id(row), row.millis("ts"), received);
    }

    /**
     * A fill; on {@code trades} several fills of one taker order, whose {@code count} goes with the id of the last. The
     * side is the taker's.
     */
    List<Decoded> trade(JsonValue row) {
        Header header = header(row);
        return List.of(new Decoded.Event(new Trade(
                header,
                row.text("tradeId"),
                taker(row.text("side")),
                row.decimal("px"),
                row.decimal("sz"),
                OkxNames.unit(header.instrument()),
                null,
                null,
                row.optionalInteger("seqId"),
                false,
                tradeFacts(row))));
    }

    private static Side taker(String side) {
        return switch (side) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            // A trade of a side that is yet to be invented is still a trade.
            default -> Side.UNKNOWN;
        };
    }

    /** How many fills were merged, and whether it was against a retail price improvement order. */
    private static Map<String, Object> tradeFacts(JsonValue row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        BigDecimal count = row.optionalDecimal("count");
        if (count != null && count.compareTo(BigDecimal.ONE) != 0) {
            facts.put("count", count);
        }
        if (row.textOr("source", "0").equals("1")) {
            facts.put("source", "rpi");
        }
        return facts;
    }

    List<Decoded> mark(JsonValue row) {
        return List.of(new Decoded.TickerChange(header(row), false, Ticker.prices(row.decimal("markPx"), null, null)));
    }

    /** Carries the name of the index, {@code BTC-USDT}, which is also that of a spot pair: it is the swap's. */
    List<Decoded> index(JsonValue row) {
        InstrumentId swap = OkxNames.ofIndex(row.text("instId"), instruments);
        Header header = Header.venue(swap, row.millis("ts"), received);
        return List.of(new Decoded.TickerChange(header, false, Ticker.prices(null, row.decimal("idxPx"), null)));
    }

    List<Decoded> funding(JsonValue row) {
        InstrumentId id = id(row);
        Long sent = row.optionalMillis("ts");
        return OkxFunding.estimate(
                row, sent == null ? Header.received(id, received) : Header.venue(id, sent, received));
    }

    List<Decoded> fundingTerms(JsonValue row) {
        return OkxFunding.terms(id(row), row);
    }

    /** {@code oi} counts contracts, one side; archives before 2024 have no {@code oiUsd}. */
    List<Decoded> openInterest(JsonValue row) {
        return List.of(new Decoded.Event(new OpenInterest(
                header(row), row.decimal("oi"), row.optionalDecimal("oiCcy"), row.optionalDecimal("oiUsd"), Map.of())));
    }

    /** Of one instrument, at the bankruptcy price. The side is the order's: {@code posSide} is {@code net} for many. */
    List<Decoded> liquidations(JsonValue row) {
        InstrumentId id = id(row);
        return JsonDecoder.rows(row.get("details").elements(), detail -> liquidation(detail, id));
    }

    private List<Decoded> liquidation(JsonValue detail, InstrumentId id) {
        Side side = taker(detail.text("side"));
        if (side == Side.UNKNOWN) {
            throw new BadMember("side", "expected buy or sell, got '" + detail.text("side") + "'");
        }
        return List.of(new Decoded.Event(new Liquidation(
                Header.venue(id, detail.millis("ts"), received),
                side,
                detail.decimal("bkPx"),
                detail.decimal("sz"),
                OkxNames.unit(id),
                null,
                null,
                null)));
    }
}
