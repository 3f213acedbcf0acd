package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonReader;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** REST answers. Which market they are about is said by the path alone. */
final class DydxAnswers {
    private DydxAnswers() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress address = RequestAddress.of(frame.url());
        String path = address.path();
        if (answer.has("errors")) {
            return List.of(new Decoded.Rejected(null, error(answer.get("errors"))));
        } else if (path.contains("/trades/perpetualMarket/")) {
            return DydxTradePages.read(answer, ticker(address), address, frame);
        } else if (path.contains("/candles/perpetualMarkets/")) {
            return DydxRows.candles(answer, frame.received());
        } else if (path.contains("/historicalFunding/")) {
            return JsonDecoder.rows(
                    answer.get("historicalFunding").elements(), row -> List.of(funding(row, frame.received())));
        } else if (path.contains("/orderbooks/perpetualMarket/")) {
            return List.of(DydxRows.book(answer, ticker(address), true, null, frame.received()));
        } else if (path.endsWith("/perpetualMarkets")) {
            return DydxMarkets.listing(answer, frame.received(), instruments);
        } else if (path.endsWith("/time")) {
            time(answer);
            return List.of(new Decoded.Ignored("the venue's clock"));
        }
        return List.of(new Decoded.Unknown("path '" + path + "'"));
    }

    private static String ticker(RequestAddress address) {
        return URLDecoder.decode(address.lastSegment(), StandardCharsets.UTF_8);
    }

    private static String error(JsonValue errors) {
        List<JsonValue> all = errors.elements();
        return all.isEmpty()
                ? "an error without a message"
                : all.getFirst().textOr("msg", "an error without a message");
    }

    /** The rate of an hour that is over, charged a fraction of a second after it. */
    private static Decoded funding(JsonValue row, long received) {
        Header header = Header.venue(DydxNames.instrument(row.text("ticker")), row.iso("effectiveAt"), received);
        return new Decoded.Event(new FundingRate(
                header, row.decimal("rate"), FundingStatus.SETTLED, BigDecimal.ONE, null, null, null, Map.of()));
    }

    /** The venue's clock, epoch microseconds. */
    static long time(byte[] body) {
        return time(JsonReader.read(body));
    }

    private static long time(JsonValue answer) {
        return EpochTime.iso("iso", answer.text("iso"));
    }
}
