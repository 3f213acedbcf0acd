package io.tapeline.writer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objects say what the rows say, line for line, whatever happens in between. */
class ArchiveTest {
    private static final String FUTURES = "futures/binance/BTC/5s/";

    @TempDir
    private Path directory;

    /** Every object that there is against the rows, and that there is none too many. */
    private static void assertDayEqualsRows(ArchiveFixture archive, String date, String until) {
        for (String interval : List.of("5s", "1min")) {
            assertThat(archive.read("futures/binance/BTC/" + interval + "/" + date + ".jsonl"))
                    .isNotEmpty()
                    .isEqualTo(archive.expected(false, "binance", "BTC", interval, date + "T00:00Z", until));
            assertThat(archive.read("spot/kraken/ADA/" + interval + "/" + date + ".jsonl"))
                    .isNotEmpty()
                    .isEqualTo(archive.expected(true, "kraken", "ADA", interval, date + "T00:00Z", until));
        }
    }

    @Test
    void anObjectAMinuteAndOneADayHoldEveryRowInOrder() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-20T12:03:20Z").rows("2026-11-20T12:00Z", "2026-11-20T12:03:20Z");
        archive.started().run();
        assertThat(archive.read(FUTURES + "min/2026-11-20/12/2026-11-20T12:01.jsonl"))
                .startsWith("{\"t\":\"2026-11-20T12:01:00.000000Z\",\"exchange\":\"binance\",\"asset\":\"BTC\","
                        + "\"data_type\":\"futures\",\"symbol\":\"BTC/USDC:USDC\",\"mid\":111088.535,"
                        + "\"spread_L5_pct\":0.0180036580732656165,\"spread_L50_pct\":1.50,\"spread_L100_pct\":null,"
                        + "\"vol_L50_bids\":3.7500,\"vol_L50_asks\":12,\"depth_bids\":100,\"depth_asks\":49}\n")
                .isEqualTo(archive.expected(false, "binance", "BTC", "5s", "2026-11-20T12:01Z", "2026-11-20T12:02Z"))
                .satisfies(lines -> assertThat(lines.lines()).hasSize(36));
        assertThat(archive.read("spot/binance/BTC/1min/min/2026-11-20/12/2026-11-20T12:02.jsonl"))
                .isEqualTo(archive.expected(true, "binance", "BTC", "1min", "2026-11-20T12:02Z", "2026-11-20T12:03Z"));
        assertDayEqualsRows(archive, "2026-11-20", "2026-11-20T12:03Z");
    }

    @Test
    void onlyTheAssetsAndMarketsThatAreWantedAreThere() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-20T12:01:20Z").rows("2026-11-20T12:00Z", "2026-11-20T12:01Z");
        archive.started("").run();
        assertThat(archive.keys())
                .hasSize(12)
                .contains("kraken/ADA/5s/2026-11-20.jsonl", "binance/BTC/5s/min/2026-11-20/12/2026-11-20T12:00.jsonl")
                .noneMatch(key -> key.contains("DOGE") || key.contains("deribit") || key.contains("spot"));
    }

    @Test
    void aProcessKilledInTheMiddleOfAMinuteNeitherLosesNorRepeatsLines() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-20T12:02:30Z").rows("2026-11-20T12:00Z", "2026-11-20T12:02:30Z");
        archive.started().run();
        // Killed while it wrote.
        Files.writeString(directory.resolve(".unfinished/half.jsonl"), "{\"t\":\"2026");
        archive.rows("2026-11-20T12:02:30Z", "2026-11-20T12:05Z");
        archive.at("2026-11-20T12:05:10Z");
        archive.started().run();
        assertDayEqualsRows(archive, "2026-11-20", "2026-11-20T12:05Z");
        assertThat(archive.keys()).noneMatch(key -> key.startsWith("."));
    }

    @Test
    void theDayGrowsWhileTheProcessRuns() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-20T12:02:10Z").rows("2026-11-20T12:00Z", "2026-11-20T12:02Z");
        Archive running = archive.started();
        running.run();
        archive.rows("2026-11-20T12:02Z", "2026-11-20T12:04Z").at("2026-11-20T12:04:10Z");
        running.run();
        assertThat(archive.keys()).contains(FUTURES + "min/2026-11-20/12/2026-11-20T12:03.jsonl");
        assertThat(archive.read(FUTURES + "2026-11-20.jsonl"))
                .as("not every minute")
                .isEqualTo(archive.expected(false, "binance", "BTC", "5s", "2026-11-20T00:00Z", "2026-11-20T12:02Z"));
        archive.rows("2026-11-20T12:04Z", "2026-11-20T12:08Z").at("2026-11-20T12:08:10Z");
        running.run();
        assertDayEqualsRows(archive, "2026-11-20", "2026-11-20T12:08Z");
    }

    @Test
    void rowsThatComeLateAreFoundAndTheirObjectsWrittenAgain() throws Exception {
        ArchiveFixture archive = new ArchiveFixture(directory, "2026-11-20T12:10:10Z")
                .rows("2026-11-20T12:00Z", "2026-11-20T12:02Z")
                .rows("2026-11-20T12:04Z", "2026-11-20T12:10Z")
                .rows("2026-11-20T12:02Z", "2026-11-20T12:04Z", "i.exchange = 'kraken'");
        Archive running = archive.started();
        running.run();
        archive.rows("2026-11-20T12:02Z", "2026-11-20T12:04Z", "i.exchange <> 'kraken'");
        archive.rows("2026-11-19T23:00Z", "2026-11-19T23:02Z").at("2026-11-20T12:30:00Z");
        running.run();
        assertThat(archive.read(FUTURES + "min/2026-11-20/12/2026-11-20T12:03.jsonl"))
                .isEqualTo(archive.expected(false, "binance", "BTC", "5s", "2026-11-20T12:03Z", "2026-11-20T12:04Z"));
        assertDayEqualsRows(archive, "2026-11-20", "2026-11-20T12:10Z");
        assertDayEqualsRows(archive, "2026-11-19", "2026-11-20T00:00Z");
    }

    @Test
    void aMinuteIsGivenTimeForItsRowsToBeStored() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-20T12:01:04Z").rows("2026-11-20T12:00Z", "2026-11-20T12:01Z");
        Archive running = archive.started();
        running.run();
        assertThat(archive.keys()).isEmpty();
        archive.at("2026-11-20T12:01:05Z");
        running.run();
        assertThat(archive.keys()).contains(FUTURES + "min/2026-11-20/12/2026-11-20T12:00.jsonl");
    }

    @Test
    void yesterdayIsCompletedAfterMidnight() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-19T23:59:59Z").rows("2026-11-19T23:50Z", "2026-11-19T23:59:59Z");
        Archive running = archive.started();
        running.run();
        archive.rows("2026-11-20T00:00Z", "2026-11-20T00:05Z").at("2026-11-20T00:05:10Z");
        running.run();
        assertDayEqualsRows(archive, "2026-11-19", "2026-11-20T00:00Z");
        assertDayEqualsRows(archive, "2026-11-20", "2026-11-20T00:05Z");
    }

    @Test
    void rowsThatAreForgottenStayInTheArchive() throws Exception {
        ArchiveFixture archive =
                new ArchiveFixture(directory, "2026-11-20T12:05:10Z").rows("2026-11-20T12:00Z", "2026-11-20T12:05Z");
        archive.started().run();
        String before = archive.read(FUTURES + "2026-11-20.jsonl");
        archive.database.execute("DELETE FROM store.depth_metrics WHERE \"timestamp\" < '2026-11-20T12:03Z'");
        archive.at("2026-11-20T12:40:00Z");
        archive.started().run();
        assertThat(archive.read(FUTURES + "2026-11-20.jsonl")).isEqualTo(before);
    }

    @Test
    void rowsAreFoundByTheIndexOnTime() {
        ArchiveFixture archive = new ArchiveFixture(directory, "2026-11-20T12:05:10Z")
                .rows("2026-11-19T00:00Z", "2026-11-20T00:00Z", "i.exchange = 'binance'");
        archive.database.execute("ANALYZE");
        assertThat(archive.database.column("EXPLAIN SELECT d.mid FROM depth_metrics d"
                        + " JOIN store.instrument_state s ON s.instrument_id = d.instrument_id"
                        + " WHERE d.\"timestamp\" >= '2026-11-19T12:00Z' AND d.\"timestamp\" < '2026-11-19T12:01Z'"
                        + " AND d.key_time >= '2026-11-19T11:59:59Z' AND d.key_time < '2026-11-19T12:01Z'"
                        + " AND d.market IN ('spot', 'perpetual', 'future') AND upper(s.base) = ANY ('{BTC}')"))
                .anySatisfy(line -> assertThat((String) line).contains("depth_metrics_time"));
    }
}
