package io.tapeline.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.bus.BatchHandler.Rejection;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.writer.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentWritersTest {
    private static final int WRITERS = 4;

    @Test
    void writersThatStoreTheSameEventsAtOnceStoreThemOnceAndDoNotDeadlock() throws Exception {
        StoreFixture fixture = new StoreFixture(EmbeddedDatabase.create());
        List<MarketEvent> events = new ArrayList<>(new Bulk(EventSamples.TIME).next(3_000));
        EventSamples.all().stream().filter(e -> Tables.of(e.kind()).isPresent()).forEach(events::add);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<List<Rejection>>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                List<MarketEvent> shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, new Random(writer));
                for (int from = 0; from < shuffled.size(); from += 500) {
                    List<MarketEvent> batch = shuffled.subList(from, Math.min(from + 500, shuffled.size()));
                    done.add(threads.submit(() -> fixture.handler.handle(batch)));
                }
            }
            for (Future<List<Rejection>> one : done) {
                assertThat(one.get()).isEmpty();
            }
        }
        assertThat(fixture.database.count("SELECT count(*) FROM trades")).isEqualTo(3_001);
        assertThat(fixture.database.count("SELECT count(*) FROM quotes")).isEqualTo(1);
        assertThat(fixture.database.count("SELECT count(*) FROM ohlcv")).isEqualTo(1);
    }
}
