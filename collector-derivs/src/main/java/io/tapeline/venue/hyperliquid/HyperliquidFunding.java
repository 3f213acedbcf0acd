package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Funding rates, settled and predicted: fractions per interval, positive: longs pay. */
final class HyperliquidFunding {
    private static final String OWN = "HlPerp";
    private static final BigDecimal EIGHT = BigDecimal.valueOf(8);
    private static final long HOUR = Duration.ofHours(1).toMillis() * 1_000;

    /** Until then funding was paid every eight hours, at rates of eight hours. */
    private static final long HOURLY_SINCE =
            Instant.parse("2023-06-08T01:00:00Z").toEpochMilli() * 1_000;

    private HyperliquidFunding() {}

    /** Settled rates, oldest first; a full page goes on after its last. */
    static List<Decoded> history(JsonValue answer, HyperliquidInfo info, RequestAddress asked, long received) {
        List<JsonValue> rows = answer.elements();
        List<Decoded> said =
                new ArrayList<>(JsonDecoder.rows(rows, row -> List.of(new Decoded.Event(settled(row, received)))));
        if (rows.size() >= HyperliquidInfo.ROWS_OF_FUNDING && asked.optional("to") != null) {
            said.add(new Decoded.Continued(info.fundingHistory(
                    asked.parameter("coin"),
                    rows.getLast().integer("time") + 1,
                    Long.parseLong(asked.parameter("to")),
                    Origin.valueOf(asked.parameter("for")))));
        }
        return said;
    }

    /** Rows come some milliseconds after the hour they are of. */
    private static FundingRate settled(JsonValue row, long received) {
        long time = row.millis("time");
        long hour = Math.floorDiv(time + HOUR / 2, HOUR) * HOUR;
        return new FundingRate(
                Header.venue(HyperliquidNames.instrument(row.text("coin")), hour, received),
                row.decimal("fundingRate"),
                FundingStatus.SETTLED,
                hour < HOURLY_SINCE ? EIGHT : BigDecimal.ONE,
                null,
                null,
                null,
                Map.of());
    }

    /**
     * Predictions for this venue and others. A rate of another venue is never one of Hyperliquid: it stands under that
     * venue's name in {@code metadata.other_venues}, beside Hyperliquid's own.
     */
    static List<Decoded> predicted(JsonValue answer, long received) {
        return JsonDecoder.rows(answer.elements(), coin -> predicted(coin.at(0).text(), coin.at(1), received));
    }

    private static List<Decoded> predicted(String coin, JsonValue venues, long received) {
        Map<String, JsonValue> byVenue = new LinkedHashMap<>();
        venues.elements().stream()
                .filter(venue -> venue.at(1).has("fundingRate"))
                .forEach(venue -> byVenue.put(venue.at(0).text(), venue.at(1)));
        JsonValue own = byVenue.remove(OWN);
        if (own == null) {
            return List.of(new Decoded.Ignored("no prediction for " + coin));
        }
        Map<String, Object> others = new LinkedHashMap<>();
        byVenue.forEach((name, prediction) -> others.put(name, other(prediction)));
        return List.of(new Decoded.Event(new FundingRate(
                Header.received(HyperliquidNames.instrument(coin), received),
                own.decimal("fundingRate"),
                FundingStatus.ESTIMATED,
                BigDecimal.ONE,
                null,
                null,
                own.optionalMillis("nextFundingTime"),
                others.isEmpty() ? Map.of() : Map.of("other_venues", others))));
    }

    /** Rates of other venues are of their own intervals: eight hours where nothing is said. */
    private static Map<String, Object> other(JsonValue prediction) {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("rate", prediction.decimal("fundingRate"));
        BigDecimal hours = prediction.optionalDecimal("fundingIntervalHours");
        other.put("interval_hours", hours == null ? EIGHT : hours);
        Long next = prediction.optionalMillis("nextFundingTime");
        if (next != null) {
            other.put("next_funding_time", Instant.ofEpochMilli(next / 1_000).toString());
        }
        return other;
    }
}
