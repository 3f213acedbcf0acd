package io.tapeline.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.writer.TestDatabase;
import io.tapeline.writer.TimescaleContainer;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class TimescaleSchemaTest extends SchemaContract {
    private TestDatabase database;

    @Override
    TestDatabase create() {
        database = TimescaleContainer.create();
        return database;
    }

    @Test
    void everyTableWithAKeyTimeIsAHypertableUnlessItHoldsNewestStates() {
        assertThat(database.column("SELECT table_name::text FROM information_schema.columns"
                        + " WHERE table_schema = 'store' AND column_name = 'key_time' AND table_name NOT IN"
                        + " (SELECT hypertable_name FROM timescaledb_information.hypertables)"))
                .containsExactlyInAnyOrder("gap", "instrument_state");
    }

    @Test
    void tradesAndQuotesComeInDayChunksAndSlowKindsInLongOnes() {
        assertThat(chunkDays("trade")).isEqualTo(1);
        assertThat(chunkDays("quote")).isEqualTo(1);
        assertThat(chunkDays("option_summary")).isEqualTo(1);
        assertThat(chunkDays("funding_rate")).isEqualTo(90);
        assertThat(chunkDays("candle")).isEqualTo(90);
    }

    private long chunkDays(String table) {
        return database.count("SELECT extract(day FROM time_interval)::int FROM timescaledb_information.dimensions"
                + " WHERE hypertable_name = '" + table + "'");
    }
}
