package io.tapeline.venue.drift;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** REST answers, told apart by path. Lists are newest first and given oldest first. */
final class DriftAnswers {
    /** What others say better; see the coverage table. */
    private static final Set<String> NOT_USED =
            Set.of("/contracts", "/stats/fundingRates", "/stats/liquidations", "/health");

    private final boolean loansInPercent;

    DriftAnswers(boolean loansInPercent) {
        this.loansInPercent = loansInPercent;
    }

    List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress asked = RequestAddress.of(frame.url());
        String path = asked.path();
        if (answer.has("message") && answer.members().size() == 1) {
            return List.of(new Decoded.Rejected(null, answer.text("message")));
        } else if (path.endsWith("/stats/markets")) {
            return DriftListing.read(answer, frame, instruments);
        } else if (path.endsWith("/l2")) {
            return DriftBooks.read(answer, frame);
        } else if (path.contains("/rateHistory/borrow")) {
            return loans(answer, asked, frame.received());
        } else if (path.contains("/market/")) {
            return ofMarket(answer, asked, frame);
        } else if (path.endsWith("/fundingRates") && answer.has("fundingRates")) {
            return DriftFunding.integers(answer.get("fundingRates"), asked.parameter("marketName"), frame.received());
        }
        return List.of(
                NOT_USED.stream().anyMatch(path::endsWith)
                        ? new Decoded.Ignored("not used: " + path)
                        : new Decoded.Unknown("an answer to " + path));
    }

    private static List<Decoded> ofMarket(JsonValue answer, RequestAddress asked, RawFrame frame) {
        String symbol = DriftMarkets.in(asked, "market");
        List<JsonValue> rows = answer.get("records").elements().reversed();
        if (asked.path().contains("/trades")) {
            List<Decoded> fills =
                    new ArrayList<>(JsonDecoder.rows(rows, row -> DriftFills.fill(row, symbol, frame.received())));
            DriftPages.next(answer, rows, frame.url()).ifPresent(fills::add);
            return fills;
        } else if (asked.path().contains("/fundingRates")) {
            List<Decoded> funding =
                    new ArrayList<>(DriftFunding.records(answer.get("records"), symbol, frame.received()));
            DriftPages.next(answer, rows, frame.url()).ifPresent(funding::add);
            return funding;
        } else if (asked.path().contains("/candles/")) {
            String resolution = DriftMarkets.in(asked, "candles");
            return JsonDecoder.rows(rows, row -> DriftCandles.read(row, symbol, resolution, frame.received()));
        }
        return List.of(new Decoded.Unknown("an answer to " + asked.path()));
    }

    private List<Decoded> loans(JsonValue answer, RequestAddress asked, long received) {
        List<JsonValue> rows = answer.isArray() ? answer.elements() : listIn(answer);
        return DriftFunding.newestLoan(rows, DriftMarkets.in(asked, "stats"), loansInPercent, received);
    }

    /** The name of the list is not documented. */
    private static List<JsonValue> listIn(JsonValue answer) {
        return answer.members().values().stream()
                .filter(JsonValue::isArray)
                .findFirst()
                .orElseGet(() -> answer.get("rates"))
                .elements();
    }
}
