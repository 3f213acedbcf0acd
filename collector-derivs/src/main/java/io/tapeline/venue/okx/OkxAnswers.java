package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.RatioType;
import java.util.List;

/** REST answers: {@code {"code":"0","msg":"","data":[..]}}, newest first; any other code is an error, whatever the status. */
final class OkxAnswers {
    private OkxAnswers() {}

    static List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        String code = answer.text("code");
        if (!code.equals("0")) {
            return List.of(new Decoded.Rejected(null, code + ": " + answer.textOr("msg", "no reason given")));
        }
        List<Decoded> decoded = read(RequestAddress.of(frame.url()), answer.get("data"), frame, instruments);
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("an empty answer")) : decoded;
    }

    private static List<Decoded> read(
            RequestAddress asked, JsonValue data, RawFrame frame, InstrumentLookup instruments) {
        long received = frame.received();
        OkxEvents events = new OkxEvents(received, instruments);
        return switch (endpoint(asked)) {
            case "/api/v5/public/instruments" ->
                JsonDecoder.rows(data.elements(), row -> OkxListing.read(row, received));
            case "/api/v5/market/history-trades", "/api/v5/market/trades" ->
                JsonDecoder.rows(data.elements(), events::trade);
            case "/api/v5/market/candles",
                    "/api/v5/market/history-candles",
                    "/api/v5/market/mark-price-candles",
                    "/api/v5/market/history-mark-price-candles",
                    "/api/v5/market/index-candles",
                    "/api/v5/market/history-index-candles" ->
                candles(asked, received).read(data, instruments);
            case "/api/v5/public/funding-rate" -> funding(asked, data.elements(), events);
            case "/api/v5/public/funding-rate-history" ->
                OkxFunding.settled(data.elements(), OkxNames.id(asked.parameter("instId"), instruments), received);
            case "/api/v5/public/open-interest" -> JsonDecoder.rows(data.elements(), events::openInterest);
            case "/api/v5/public/mark-price" -> JsonDecoder.rows(data.elements(), events::mark);
            case "/api/v5/market/index-tickers" -> JsonDecoder.rows(data.elements(), events::index);
            case "/api/v5/rubik/stat/contracts/open-interest-history" ->
                statistics(asked, received, instruments).openInterest(data.elements());
            case "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract" ->
                statistics(asked, received, instruments).ratios(data.elements(), RatioType.ACCOUNTS);
            case "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract-top-trader" ->
                statistics(asked, received, instruments).ratios(data.elements(), RatioType.TOP_ACCOUNTS);
            case "/api/v5/rubik/stat/contracts/long-short-position-ratio-contract-top-trader" ->
                statistics(asked, received, instruments).ratios(data.elements(), RatioType.TOP_POSITIONS);
            case "/api/v5/rubik/stat/taker-volume-contract" ->
                statistics(asked, received, instruments).takerVolume(data.elements());
            case "/api/v5/public/time" -> List.of(new Decoded.Ignored("the venue's clock"));
            default -> List.of(new Decoded.Unknown("an answer of " + asked.path()));
        };
    }

    /** The path without what a stand-in for the venue may put before it. */
    private static String endpoint(RequestAddress asked) {
        int api = asked.path().indexOf("/api/");
        return api < 0 ? asked.path() : asked.path().substring(api);
    }

    /** Asked for all instruments it is read for the terms alone. */
    private static List<Decoded> funding(RequestAddress asked, List<JsonValue> rows, OkxEvents events) {
        return "ANY".equals(asked.optional("instId"))
                ? JsonDecoder.rows(rows, events::fundingTerms)
                : JsonDecoder.rows(rows, events::funding);
    }

    private static OkxCandles candles(RequestAddress asked, long received) {
        String bar = asked.optional("bar");
        return new OkxCandles(
                OkxCandles.source(asked.lastSegment()), bar == null ? "1m" : bar, asked.parameter("instId"), received);
    }

    private static OkxStatistics statistics(RequestAddress asked, long received, InstrumentLookup instruments) {
        String period = asked.optional("period");
        return new OkxStatistics(
                OkxNames.id(asked.parameter("instId"), instruments), period == null ? "5m" : period, received);
    }
}
