package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settled funding of {@code historical-funding-rates}: a product's whole history, oldest first, each row with the beginning
 * of the period it applies to. A row is settled when the next one begins; the last still runs. Rates are fractions per hour
 * whatever the period, which was four hours until September 2022; periods that differ from an hour are in the metadata.
 */
final class KrakenFuturesFunding {
    /** In the fragment: epoch milliseconds before which nothing is wanted. */
    static final String SINCE = "since";

    private static final long HOUR_MICROS = 3_600_000_000L;

    private KrakenFuturesFunding() {}

    static List<Decoded> read(JsonValue answer, RequestAddress asked, long received, InstrumentLookup instruments) {
        KrakenProduct product = KrakenProduct.of(asked.parameter("symbol"));
        InstrumentId id = product.id(instruments);
        long since = since(asked);
        List<JsonValue> rows = answer.get("rates").elements();
        List<Decoded> decoded = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size(); i++) {
            JsonValue row = rows.get(i);
            BigDecimal rate = row.optionalDecimal("relativeFundingRate");
            long end = time(rows.get(i + 1));
            if (end >= since && rate != null) {
                decoded.add(new Decoded.Event(settled(rate, id, time(row), end, received)));
            }
        }
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no period is over")) : decoded;
    }

    private static long time(JsonValue row) {
        return EpochTime.iso("timestamp", row.text("timestamp"));
    }

    private static FundingRate settled(BigDecimal rate, InstrumentId id, long from, long to, long received) {
        long hours = (to - from) / HOUR_MICROS;
        return new FundingRate(
                Header.venue(id, to, received),
                rate,
                FundingStatus.SETTLED,
                BigDecimal.ONE,
                null,
                null,
                null,
                hours == 1 ? Map.of() : Map.of("period_hours", BigDecimal.valueOf(hours)));
    }

    private static long since(RequestAddress asked) {
        String since = asked.optional(SINCE);
        return since != null && since.matches("\\d{1,15}") ? Long.parseLong(since) * 1_000 : 0;
    }
}
