package io.tapeline.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Kind;
import io.tapeline.model.json.EventCodec;
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

    private static List<Object> columns(String relation) {
        return DATABASE.column("SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND table_name = '" + relation + "' ORDER BY ordinal_position");
    }
}
