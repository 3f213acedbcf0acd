package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that streams and REST answers share, to events. */
final class HtxSpotEvents {
    private HtxSpotEvents() {}

    /**
     * {@code direction} is the taker's, {@code amount} in base, counted once. {@code id} has some 25 digits and is another
     * number for the same trade; in answers it comes rounded.
     *
     * @param idMember {@code tradeId}, which answers spell {@code trade-id}
     */
    static Decoded trade(JsonValue row, String idMember, InstrumentId id, long received) {
        return new Decoded.Event(new Trade(
                Header.venue(id, row.millis("ts"), received),
                HtxTrades.id(row, idMember),
                HtxTrades.aggressor(row),
                row.decimal("price"),
                row.decimal("amount"),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    /** Some pairs have no {@code seqId}. */
    static Decoded quote(JsonValue tick, InstrumentId id, long received) {
        BigDecimal bid = tick.optionalDecimal("bid");
        BigDecimal ask = tick.optionalDecimal("ask");
        return new Decoded.Event(new Quote(
                Header.venue(id, tick.millis("quoteTime"), received),
                bid,
                bid == null ? null : tick.decimal("bidSize"),
                ask,
                ask == null ? null : tick.decimal("askSize"),
                SizeUnit.BASE,
                tick.optionalInteger("seqId")));
    }

    /** A change of an incremental book; {@code prevSeqNum} is the {@code seqNum} of the one before. */
    static BookUpdate change(JsonValue tick, Header header) {
        return book(tick, header, false, tick.integer("seqNum"), tick.integer("prevSeqNum"));
    }

    /** A whole book that changes continue. */
    static BookUpdate numbered(JsonValue data, Header header) {
        return book(data, header, true, data.integer("seqNum"), null);
    }

    /** A whole book that nothing continues: another comes. */
    static BookUpdate whole(JsonValue tick, Header header) {
        return book(tick, header, true, null, null);
    }

    private static BookUpdate book(
            JsonValue levels, Header header, boolean snapshot, @Nullable Long sequence, @Nullable Long previous) {
        return new BookUpdate(
                header,
                snapshot,
                levels.levels("bids"),
                levels.levels("asks"),
                SizeUnit.BASE,
                sequence,
                sequence,
                previous,
                null);
    }
}
