package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import java.util.List;

/**
 * Reads answers, told apart by their path. There are three APIs whose members have the same names and other units and
 * signs: keepers, {@code /v1/} and the GraphQL index. An answer is read by the rules of the API it came from, and each
 * kind of event is collected from one of them.
 */
final class GmxDecoder {
    private static final String NEWER = "/v1/";

    private GmxDecoder() {}

    static VenueDecoder create() {
        return new JsonDecoder(GmxDecoder::message, GmxDecoder::answer);
    }

    private static List<Decoded> message(JsonValue message, RawFrame frame, InstrumentLookup instruments) {
        return List.of(new Decoded.Unknown("GMX has no streams"));
    }

    private static List<Decoded> answer(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        if (answer.has("errors") || (answer.has("code") && answer.has("message"))) {
            return List.of(new Decoded.Rejected(null, complaint(answer)));
        }
        String path = RequestAddress.of(frame.url()).path();
        if (path.contains(NEWER)) {
            return newer(path, answer, frame, instruments);
        } else if (path.endsWith("/graphql")) {
            return index(answer, frame, instruments);
        } else if (path.endsWith("/prices/tickers")) {
            return GmxPrices.tickers(answer, frame, instruments);
        } else if (path.endsWith("/prices/candles")) {
            return GmxCandles.read(answer, frame, instruments);
        } else if (path.endsWith("/markets/info")) {
            return GmxStates.keeperInfo(answer, frame, instruments);
        } else if (path.endsWith("/markets")) {
            return GmxListing.markets(answer, frame, instruments);
        } else if (path.endsWith("/tokens")) {
            return GmxListing.tokens(answer, frame, instruments);
        } else if (path.endsWith("/ping")) {
            return List.of(new Decoded.Ignored("the host answers"));
        }
        return List.of(new Decoded.Unknown("an answer to " + path));
    }

    private static String complaint(JsonValue answer) {
        return answer.has("message")
                ? answer.text("message")
                : answer.get("errors").at(0).textOr("message", "the query is refused");
    }

    private static List<Decoded> newer(String path, JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        if (path.endsWith(GmxTradeSearch.PATH)) {
            return GmxTrades.page(answer, frame, instruments);
        } else if (path.endsWith("/v1/markets/tickers")) {
            return GmxStates.tickers(answer, frame, instruments);
        }
        return List.of(new Decoded.Unknown("an answer to " + path));
    }

    private static List<Decoded> index(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        JsonValue data = answer.get("data");
        if (data.has("fundingRateSnapshots")) {
            return GmxStates.snapshots(data.get("fundingRateSnapshots"), frame);
        } else if (data.has("tradeActions")) {
            return GmxTrades.rows(data.get("tradeActions"), frame, instruments);
        }
        return List.of(new Decoded.Unknown("a query for " + data.members().keySet()));
    }
}
