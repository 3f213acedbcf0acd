package io.tapeline.venue.okx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books and quotes. A level is {@code [price, size, "0", orders]}; what a row is about stands in the {@code arg}. */
final class OkxBooks {
    private OkxBooks() {}

    /** Snapshots and changes, see {@link OkxBookSequencer}. */
    static List<Decoded> changes(JsonValue message, JsonValue arg, RawFrame frame, InstrumentLookup instruments) {
        boolean snapshot =
                switch (message.text("action")) {
                    case "snapshot" -> true;
                    case "update" -> false;
                    default ->
                        throw new BadMember(
                                "action", "expected snapshot or update, got '" + message.text("action") + "'");
                };
        return JsonDecoder.rows(
                message.get("data").elements(),
                row -> List.of(change(row, snapshot, header(row, arg, frame, instruments))));
    }

    private static Decoded change(JsonValue row, boolean snapshot, Header header) {
        Long sequence = row.optionalInteger("seqId");
        return new Decoded.BookUpdate(
                header,
                snapshot,
                row.levels("bids"),
                row.levels("asks"),
                OkxNames.unit(header.instrument()),
                sequence,
                sequence,
                snapshot ? null : row.optionalInteger("prevSeqId"),
                checksum(row));
    }

    /** 0 means none: the venue stopped computing it in June 2026. */
    private static @Nullable Long checksum(JsonValue row) {
        Long checksum = row.optionalInteger("checksum");
        return checksum == null || checksum == 0 ? null : checksum;
    }

    static List<Decoded> quote(JsonValue row, JsonValue arg, RawFrame frame, InstrumentLookup instruments) {
        Header header = header(row, arg, frame, instruments);
        return List.of(new Decoded.Event(new Quote(
                header,
                best(row.get("bids"), 0),
                best(row.get("bids"), 1),
                best(row.get("asks"), 0),
                best(row.get("asks"), 1),
                OkxNames.unit(header.instrument()),
                row.optionalInteger("seqId"))));
    }

    private static @Nullable BigDecimal best(JsonValue side, int member) {
        return side.elements().isEmpty() ? null : side.at(0).at(member).decimal();
    }

    /** The best five levels; recorded only, since they are cut from the verified book. */
    static List<Decoded> top(JsonValue row, JsonValue arg, RawFrame frame, InstrumentLookup instruments) {
        Header header = header(row, arg, frame, instruments);
        return List.of(new Decoded.Event(new Orderbook(
                header,
                true,
                row.levels("bids"),
                row.levels("asks"),
                OkxNames.unit(header.instrument()),
                null,
                row.optionalInteger("seqId"),
                null,
                Verified.NONE)));
    }

    private static Header header(JsonValue row, JsonValue arg, RawFrame frame, InstrumentLookup instruments) {
        InstrumentId id = OkxNames.id(arg.text("instId"), instruments);
        return Header.venue(id, row.millis("ts"), frame.received());
    }
}
