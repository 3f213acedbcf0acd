package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;

/** Books and best prices. Both came without a time until 2024, then received time stands for it. */
final class KrakenQuotes {
    private KrakenQuotes() {}

    /** A book or what changed of it, see {@link KrakenBookSequencer}. */
    static Decoded book(JsonValue row, boolean snapshot, long received, InstrumentLookup instruments) {
        return new Decoded.BookUpdate(
                header(row, received, instruments),
                snapshot,
                row.levels("bids", "price", "qty"),
                row.levels("asks", "price", "qty"),
                SizeUnit.BASE,
                null,
                null,
                null,
                row.optionalInteger("checksum"));
    }

    /** A side without orders has the price 0; a pair without a market has zeros alone, and the time 0. */
    static Decoded quote(JsonValue row, long received, InstrumentLookup instruments) {
        BigDecimal bid = row.decimal("bid");
        BigDecimal ask = row.decimal("ask");
        if (bid.signum() == 0 && ask.signum() == 0) {
            return new Decoded.Ignored(row.text("symbol") + " has no market");
        }
        return new Decoded.Event(new Quote(
                header(row, received, instruments),
                bid.signum() == 0 ? null : bid,
                bid.signum() == 0 ? null : row.decimal("bid_qty"),
                ask.signum() == 0 ? null : ask,
                ask.signum() == 0 ? null : row.decimal("ask_qty"),
                SizeUnit.BASE,
                null));
    }

    private static Header header(JsonValue row, long received, InstrumentLookup instruments) {
        InstrumentId id = KrakenPair.id(row.text("symbol"), instruments);
        return row.has("timestamp") ? Header.venue(id, row.iso("timestamp"), received) : Header.received(id, received);
    }
}
