package io.tapeline.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Kind;
import io.tapeline.model.json.EventCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final TestDatabase DATABASE = EmbeddedDatabase.create();

    @Test
    void everyStoredKindHasARelationWithTheMembersOfItsJson() {
        StoredRow.RELATIONS.forEach((kind, relation) -> {
            List<String> expected = new ArrayList<>(List.of("id"));
            EventCodec.members(kind).forEach(member -> expected.add(member.name()));
            if (kind == Kind.ORDERBOOK) {
                expected.add("metadata");
            }
            if (kind == Kind.OPTION_SUMMARY) {
                expected.addAll(List.of("expiry", "strike", "option_type"));
            }
            expected.addAll(List.of("created_at", "instrument_id", "key_time", "venue_key"));
            assertThat(columns(relation)).as(relation).isEqualTo(expected);
        });
    }

    @Test
    void everyKindButBookDeltasIsStored() {
        assertThat(StoredRow.RELATIONS.keySet())
                .hasSize(Kind.values().length - 1)
                .doesNotContain(Kind.BOOK);
    }

    @Test
    void thereAreRelationsForVersionsAndQuality() {
        assertThat(columns("data_versions")).contains("id", "exchange", "symbol", "stream", "run", "from", "to");
        assertThat(columns("quality_checks")).contains("id", "exchange", "symbol", "stream", "check_name", "passed");
    }

    @Test
    void aDatabaseOfAnEarlierVersionIsBroughtUpToDateWithItsRights() throws Exception {
        TestDatabase old = EmbeddedDatabase.empty();
        old.migrate("4");
        old.execute(
                "INSERT INTO store.instrument (exchange, market, symbol) VALUES ('cme', 'future', 'BTCZ26')",
                "INSERT INTO store.settlement (instrument_id, key_time, venue_key, \"timestamp\", received_at, time_source,"
                        + " origin, price, trade_date, is_front, roll)"
                        + " SELECT id, now(), 1, now(), now(), 'v', 'l', 1, '2026-11-19', true, false FROM store.instrument");
        old.migrate();
        try (Connection reader = old.connect(TestDatabase.READER, TestDatabase.READER);
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT metadata FROM settlements")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("{}");
            statement.executeQuery("SELECT * FROM option_summaries").close();
        }
    }

    private static List<Object> columns(String relation) {
        return DATABASE.column("SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND table_name = '" + relation + "' ORDER BY ordinal_position");
    }
}
