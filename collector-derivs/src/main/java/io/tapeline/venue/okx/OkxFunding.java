package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Funding, a fraction per interval that longs pay when it is positive. The interval follows from two times. */
final class OkxFunding {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000_000L);

    /** The longest interval the venue has; a longer one is a row that is missing. */
    private static final long LONGEST = Duration.ofHours(8).toNanos() / 1_000;

    private OkxFunding() {}

    /**
     * The rate that will be charged at {@code fundingTime}. {@code nextFundingRate}, of the interval after, is empty since
     * 2024. Some frames of 2021 know no rate yet.
     */
    static List<Decoded> estimate(JsonValue row, Header header) {
        BigDecimal rate = row.optionalDecimal("fundingRate");
        if (rate == null) {
            return List.of(new Decoded.Ignored("no funding rate yet"));
        }
        long time = row.millis("fundingTime");
        BigDecimal hours = hours(row);
        List<Decoded> decoded = new ArrayList<>(terms(header.instrument(), hours));
        decoded.add(new Decoded.Event(new FundingRate(
                header,
                rate,
                FundingStatus.ESTIMATED,
                hours,
                null,
                row.optionalDecimal("nextFundingRate"),
                time,
                lastSettlement(row))));
        return decoded;
    }

    /** Only how often it is paid, of instruments that nobody may have asked for. */
    static List<Decoded> terms(InstrumentId id, JsonValue row) {
        List<Decoded> terms = terms(id, hours(row));
        return terms.isEmpty() ? List.of(new Decoded.Ignored("no funding interval")) : terms;
    }

    private static List<Decoded> terms(InstrumentId id, @Nullable BigDecimal hours) {
        return hours == null ? List.of() : List.of(new Decoded.FundingTerms(id, hours));
    }

    private static @Nullable BigDecimal hours(JsonValue row) {
        Long time = row.optionalMillis("fundingTime");
        Long next = row.optionalMillis("nextFundingTime");
        return time == null || next == null ? null : hours(next - time);
    }

    private static @Nullable BigDecimal hours(long micros) {
        return micros <= 0 || micros > LONGEST ? null : Decimals.divide(BigDecimal.valueOf(micros), HOUR);
    }

    /** While its state is {@code processing}, the rate is being settled and may still change. */
    private static Map<String, Object> lastSettlement(JsonValue row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        BigDecimal settled = row.optionalDecimal("settFundingRate");
        if (settled != null) {
            facts.put("settled_rate", settled);
            facts.put("settle_state", row.textOr("settState", "settled"));
        }
        return facts;
    }

    /**
     * What was charged, newest first: {@code realizedRate}, since {@code fundingRate} is only what was announced. The
     * interval of a row began at the row after it.
     */
    static List<Decoded> settled(List<JsonValue> rows, InstrumentId id, long received) {
        List<Decoded> decoded = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonValue row = rows.get(i);
            JsonValue before = i + 1 < rows.size() ? rows.get(i + 1) : null;
            decoded.addAll(JsonDecoder.rows(List.of(row), one -> List.of(settled(one, before, id, received))));
        }
        return decoded;
    }

    private static Decoded settled(JsonValue row, @Nullable JsonValue before, InstrumentId id, long received) {
        long time = row.millis("fundingTime");
        Long began = before == null ? null : before.optionalMillis("fundingTime");
        return new Decoded.Event(new FundingRate(
                Header.venue(id, time, received),
                row.decimal("realizedRate"),
                FundingStatus.SETTLED,
                began == null ? null : hours(time - began),
                null,
                null,
                null,
                Map.of()));
    }
}
