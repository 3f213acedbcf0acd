package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.List;

/** REST answers: arrays of rows; an error is an object. */
final class UpbitAnswers {
    private static final String CANDLES = "/v1/candles/";

    private UpbitAnswers() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        if (answer.isObject() && answer.has("error")) {
            return List.of(UpbitMessages.refused(answer.get("error")));
        }
        List<Decoded> decoded = read(answer.elements(), frame, instruments);
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("an empty answer")) : decoded;
    }

    private static List<Decoded> read(List<JsonValue> rows, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress asked = RequestAddress.of(frame.url());
        String endpoint = endpoint(asked.path());
        long received = frame.received();
        return switch (endpoint) {
            case "/v1/market/all" -> UpbitListing.markets(rows, frame, instruments);
            case "/v1/orderbook/instruments" -> JsonDecoder.rows(rows, UpbitListing::detailed);
            case "/v1/orderbook" -> JsonDecoder.rows(rows, row -> UpbitBooks.read(UpbitRow.answered(row), received));
            case "/v1/ticker", "/v1/ticker/all" ->
                JsonDecoder.rows(rows, row -> List.of(UpbitCandles.day(UpbitRow.answered(row), received)));
            case "/v1/trades/ticks" -> UpbitTradePages.read(rows, asked, frame);
            default ->
                endpoint.startsWith(CANDLES)
                        ? candles(rows, asked, endpoint.substring(CANDLES.length()), received)
                        : List.of(new Decoded.Unknown("an answer of " + endpoint));
        };
    }

    /** The path without what a stand-in for the venue may put before it. */
    private static String endpoint(String path) {
        int version = path.indexOf("/v1/");
        return version < 0 ? path : path.substring(version);
    }

    private static List<Decoded> candles(List<JsonValue> rows, RequestAddress asked, String path, long received) {
        return UpbitInterval.ofPath(path)
                .map(interval -> UpbitCandlePages.read(rows, asked, interval, received))
                .orElseGet(() -> List.of(new Decoded.Ignored("candles of " + path)));
    }
}
