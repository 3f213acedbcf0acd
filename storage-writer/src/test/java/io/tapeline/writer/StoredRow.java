package io.tapeline.writer;

import io.tapeline.model.event.Kind;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.model.json.ValueType;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A row of a relation as the members of its event's JSON, so that the two can be compared to the last digit. */
public final class StoredRow {
    /** Where users find each kind. */
    public static final Map<Kind, String> RELATIONS = Map.ofEntries(
            Map.entry(Kind.TRADE, "trades"),
            Map.entry(Kind.LARGE_TRADES, "large_trades"),
            Map.entry(Kind.ORDERBOOK, "exchange_orderbooks"),
            Map.entry(Kind.QUOTE, "quotes"),
            Map.entry(Kind.FUNDING_RATE, "funding_rates"),
            Map.entry(Kind.OPEN_INTEREST, "open_interest"),
            Map.entry(Kind.LIQUIDATION, "liquidations"),
            Map.entry(Kind.LONG_SHORT_RATIO, "long_short_ratio"),
            Map.entry(Kind.CANDLE, "ohlcv"),
            Map.entry(Kind.MARK_PRICE, "mark_prices"),
            Map.entry(Kind.DEPTH_METRICS, "depth_metrics"),
            Map.entry(Kind.VOLATILITY_INDEX, "volatility_index"),
            Map.entry(Kind.SETTLEMENT, "settlements"),
            Map.entry(Kind.OPTION_SUMMARY, "option_summaries"),
            Map.entry(Kind.BORROW_RATE, "borrow_rates"),
            Map.entry(Kind.INSTRUMENT, "instruments"),
            Map.entry(Kind.FEED_STATUS, "feed_status"),
            Map.entry(Kind.GAP, "data_gaps"),
            Map.entry(Kind.WATERMARK, "data_coverage"),
            Map.entry(Kind.ALERT, "alerts"),
            Map.entry(Kind.FEATURE, "features"),
            Map.entry(Kind.DECISION, "decisions"));

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StoredRow() {}

    /** Members of a JSON event, each as text that is equal exactly when the values are. */
    public static Map<String, String> members(byte[] event) {
        Map<String, String> members = new LinkedHashMap<>();
        EXACT.readTree(event)
                .properties()
                .forEach(member -> members.put(
                        member.getKey(),
                        member.getValue().isNull()
                                ? null
                                : canonical(member.getValue().toString())));
        members.putIfAbsent("n", "0");
        members.remove("kind");
        return sorted(members);
    }

    /** The same from a row of the kind's relation. */
    public static Map<String, String> members(Kind kind, Map<String, Object> row) {
        Map<String, String> members = new LinkedHashMap<>();
        EventCodec.members(kind)
                .forEach(member -> members.put(member.name(), text(member.type(), row.get(member.name()))));
        return sorted(members);
    }

    private static String text(ValueType type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT, CONSTANT -> EXACT.writeValueAsString(value);
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case INTEGER, FLAG -> value.toString();
            case TIME -> '"' + IsoMicros.format(IsoMicros.of(((Timestamp) value).toInstant())) + '"';
            case LEVELS, TEXTS, OBJECT -> canonical(value.toString());
        };
    }

    /** With the members of objects in one order, since jsonb has an order of its own. */
    private static String canonical(String json) {
        return EXACT.writeValueAsString(EXACT.readValue(json, Object.class));
    }

    private static Map<String, String> sorted(Map<String, String> members) {
        return new TreeMap<>(members);
    }
}
