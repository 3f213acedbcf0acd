package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Funding, borrowing and open interest of markets. The same names mean other units and signs in each API: see
 * {@link GmxRates}. No answer says when it was true, but for snapshots.
 */
final class GmxStates {
    private GmxStates() {}

    /** {@code /v1/markets/tickers}: rates per hour, open interest in tokens. */
    static List<Decoded> tickers(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        List<JsonValue> rows = answer.isArray() ? answer.elements() : List.of(answer);
        return JsonDecoder.rows(rows, row -> {
            InstrumentId id = GmxMarkets.perpetual(row.text("marketTokenAddress"));
            return state(
                    row,
                    Header.received(id, frame.received()),
                    GmxRates.HOURLY,
                    interest -> interest.ofTickers(instruments));
        });
    }

    /** {@code /markets/info} of the keepers: rates per year, open interest in USD. */
    static List<Decoded> keeperInfo(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        List<JsonValue> rows = answer.has("markets") ? answer.get("markets").elements() : List.of(answer);
        return JsonDecoder.rows(rows, row -> {
            InstrumentId id = GmxMarkets.perpetual(row.text("marketToken"));
            return state(row, Header.received(id, frame.received()), GmxRates.YEARLY, GmxInterest::ofKeeper);
        });
    }

    private static List<Decoded> state(
            JsonValue row, Header header, GmxRates rates, Function<GmxInterest, List<Decoded>> interest) {
        List<Decoded> state = new ArrayList<>(4);
        state.addAll(rates.funding(row, header, FundingStatus.ESTIMATED, "fundingRateLong", "fundingRateShort"));
        state.addAll(rates.borrowing(row, header));
        state.addAll(interest.apply(new GmxInterest(row, header)));
        return state.isEmpty() ? List.of(new Decoded.Ignored("a market without rates")) : state;
    }

    /** {@code fundingRateSnapshots}, one an hour: what was true at that time. */
    static List<Decoded> snapshots(JsonValue rows, RawFrame frame) {
        return JsonDecoder.rows(rows.elements(), row -> {
            Header header = Header.venue(
                    GmxMarkets.perpetual(row.text("marketAddress")),
                    row.seconds("snapshotTimestamp"),
                    frame.received());
            return GmxRates.OF_A_SECOND.funding(
                    row, header, FundingStatus.SETTLED, "fundingFactorPerSecondLong", "fundingFactorPerSecondShort");
        });
    }
}
