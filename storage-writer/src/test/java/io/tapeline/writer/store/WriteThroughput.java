package io.tapeline.writer.store;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;
import io.tapeline.writer.TimescaleContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows per second through the writer beside a plain COPY of the same rows into the same table, in turns in one run.
 * Prints figures and asserts nothing: {@code ./mvnw -pl storage-writer -am test -Dgroups=load -DexcludedGroups=
 * -Dtest=WriteThroughput -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("load")
class WriteThroughput {
    private static final int ROWS = 200_000;
    private static final int ROUNDS = 4;

    @ParameterizedTest
    @CsvSource({"embedded, 1000", "embedded, 5000", "timescale, 1000", "timescale, 5000"})
    void tradesPerSecondBesidePlainCopy(String server, int batch) throws Exception {
        TestDatabase database = server.equals("embedded") ? EmbeddedDatabase.create() : TimescaleContainer.create();
        StoreFixture fixture = new StoreFixture(database);
        Bulk bulk = new Bulk(1_763_114_400_000_000L);
        fixture.handler.handle(bulk.next(20_000)); // names of instruments, compiled code
        double writer = 0;
        double plain = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<List<MarketEvent>> batches = batches(bulk, batch);
            plain = Math.max(plain, perSecond(() -> copyAll(fixture, batches)));
            database.execute("TRUNCATE store.trade");
            writer = Math.max(writer, perSecond(() -> {
                for (List<MarketEvent> one : batches) {
                    fixture.handler.handle(one);
                }
            }));
        }
        System.out.printf(
                Locale.ROOT,
                "%s, batches of %d: writer %,.0f rows/s, plain COPY %,.0f rows/s, ratio %.2f%n",
                server,
                batch,
                writer,
                plain,
                writer / plain);
    }

    /** Whether a batch costs more when its events are of many venues than when they are of one. */
    @ParameterizedTest
    @CsvSource({"1", "13"})
    void mixedKindsPerSecond(int venues) throws Exception {
        StoreFixture fixture = new StoreFixture(EmbeddedDatabase.create());
        MixedBatches mixed = new MixedBatches(venues);
        for (int i = 0; i < 20; i++) {
            fixture.handler.handle(mixed.next(1_000));
        }
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<List<MarketEvent>> batches = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                batches.add(mixed.next(1_000));
            }
            long began = System.nanoTime();
            for (List<MarketEvent> one : batches) {
                fixture.handler.handle(one);
            }
            best = Math.max(best, 50_000 * 1e9 / (System.nanoTime() - began));
        }
        System.out.printf(Locale.ROOT, "mixed kinds of %d venues: %,.0f rows/s%n", venues, best);
    }

    private static List<List<MarketEvent>> batches(Bulk bulk, int batch) {
        List<List<MarketEvent>> batches = new ArrayList<>();
        for (int i = 0; i < ROWS; i += batch) {
            batches.add(bulk.next(batch));
        }
        return batches;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return ROWS * 1e9 / (System.nanoTime() - began);
    }

    /** The same bytes, a COPY and a commit for each batch, straight into the table. */
    private static void copyAll(StoreFixture fixture, List<List<MarketEvent>> batches) {
        Mono.usingWhen(
                        StoreFixture.plain(fixture.database).create(),
                        connection -> {
                            PostgresqlConnection postgresql = (PostgresqlConnection) connection;
                            return Flux.fromIterable(batches)
                                    .concatMap(events -> {
                                        Batch.Copy copy = fixture.handler.copyOf(events);
                                        return postgresql.copyIn(
                                                copy.table().copy().replace("stage_", "store."),
                                                Mono.just(copy.bytes()));
                                    })
                                    .then();
                        },
                        Connection::close)
                .block();
    }
}
