package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;

/** REST answers of the three hosts, told apart by their paths. */
final class PolymarketAnswers {
    private static final long YEAR_2020 = 1_577_836_800;
    private static final long YEAR_2100 = 4_102_444_800L;

    private final PolymarketListing listing;
    private final PolymarketTradePages pages;

    PolymarketAnswers(PolymarketSettings settings) {
        this.listing = new PolymarketListing(settings);
        this.pages = new PolymarketTradePages(settings);
    }

    List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress address = RequestAddress.of(frame.url());
        String path = address.path();
        if (path.endsWith("/book")) {
            return List.of(PolymarketBooks.snapshot(answer, frame.received()));
        } else if (path.endsWith("/books")) {
            return books(answer, frame.received());
        } else if (path.endsWith("/trades")) {
            return pages.read(answer, address, frame, instruments);
        } else if (path.endsWith("/markets") && PolymarketTradePages.asksForTrades(address)) {
            return List.of(pages.first(answer, address));
        } else if (path.endsWith("/markets") || path.endsWith("/events") || path.contains("/events/slug/")) {
            return listing.read(answer, frame.received());
        } else if (path.contains("/markets/")) {
            return List.of(new Decoded.Ignored("the listing tells the same"));
        } else if (path.endsWith("/time")) {
            time(answer);
            return List.of(new Decoded.Ignored("the venue's clock"));
        }
        return List.of(new Decoded.Unknown("path '" + path + "'"));
    }

    private static List<Decoded> books(JsonValue answer, long received) {
        List<Decoded> said =
                JsonDecoder.rows(answer.elements(), book -> List.of(PolymarketBooks.snapshot(book, received)));
        return said.isEmpty() ? List.of(new Decoded.Ignored("no books")) : said;
    }

    /** The venue's clock in whole seconds, as epoch microseconds. */
    static long time(byte[] body) {
        return time(JsonReader.read(body));
    }

    private static long time(JsonValue answer) {
        long seconds = answer.integer();
        if (seconds < YEAR_2020 || seconds > YEAR_2100) {
            throw new BadMember("time", "expected seconds of this century, got " + seconds);
        }
        return seconds * 1_000_000;
    }
}
