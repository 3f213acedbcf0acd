package io.tapeline.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Kind;
import io.tapeline.model.json.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {
    static final Map<Kind, String> RELATIONS = Map.ofEntries(
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

    private static final TestDatabase DATABASE = EmbeddedDatabase.create();

    @Test
    void everyStoredKindHasARelationWithTheMembersOfItsJson() {
        RELATIONS.forEach((kind, relation) -> {
            List<String> expected = new ArrayList<>(List.of("id"));
            EventCodec.members(kind).forEach(member -> expected.add(member.name()));
            if (kind == Kind.ORDERBOOK) {
                expected.add("metadata");
            }
            expected.addAll(List.of("created_at", "instrument_id", "key_time", "venue_key"));
            assertThat(columns(relation)).as(relation).isEqualTo(expected);
        });
    }

    @Test
    void everyKindButBookDeltasIsStored() {
        assertThat(RELATIONS.keySet()).hasSize(Kind.values().length - 1).doesNotContain(Kind.BOOK);
    }

    @Test
    void thereAreRelationsForVersionsAndQuality() {
        assertThat(columns("data_versions")).contains("id", "exchange", "symbol", "stream", "run", "from", "to");
        assertThat(columns("quality_checks")).contains("id", "exchange", "symbol", "stream", "check_name", "passed");
    }

    private static List<Object> columns(String relation) {
        return DATABASE.column("SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND table_name = '" + relation + "' ORDER BY ordinal_position");
    }
}
