package io.tapeline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.tape2.QueueFile;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundsTest {
    @TempDir
    Path directory;

    @Test
    void aFullSpoolAndAFullMemoryRefuseAndTakeAgainWhenTheBrokerIsBack() {
        try (PublisherBench bench = new PublisherBench(
                directory, "spool.max-size", "64KB", "publisher.lane-events", 500, "publisher.memory-events", 500)) {
            bench.down();
            int taken = 0;
            while (bench.offer(Events.trade("A", taken))) {
                taken++;
                bench.later();
                assertThat(taken).as("bounded").isLessThan(10_000);
            }
            assertThat(bench.spool.bytes()).isBetween(60_000L, 65_536L);
            assertThat(directory.resolve("spool.queue").toFile().length()).isLessThanOrEqualTo(65_536);
            assertThat(bench.backlog.accepting()).isFalse();
            bench.up();
            assertThat(bench.confirmAll().stream().flatMap(sent -> FakeLink.ids(sent).stream()))
                    .containsExactlyElementsOf(OutboundTest.range(taken));
            assertThat(bench.backlog.accepting()).isTrue();
            assertThat(bench.offer(Events.trade("A", taken))).isTrue();
        }
    }

    @Test
    void aKeyThatIsFasterThanItsConfirmsGoesThroughTheSpoolAndNothingGrows() {
        try (PublisherBench bench =
                new PublisherBench(directory, "publisher.lane-events", 1000, "publisher.batch-events-max", 64)) {
            bench.up().offer(Events.trades("A", 0, 499)).later();
            assertThat(bench.link.take()).hasSize(1);
            bench.offer(Events.trades("A", 499, 1000)).later();
            assertThat(bench.offer(Events.trade("A", 1000))).isFalse();
            assertThat(bench.offer(Events.trade("B", 0))).as("other keys").isTrue();
            bench.later();
            assertThat(bench.spool.entries())
                    .as("B waits behind nothing of its own")
                    .isEqualTo(1);
        }
    }

    @Test
    void anOrderBookCountsByItsSize() {
        Levels levels =
                Levels.of(IntStream.range(0, 3200).mapToObj(Integer::toString).toArray(String[]::new));
        Book book = new Book(
                Events.trade("A", 0).header(),
                true,
                levels,
                Levels.of("1", "1"),
                SizeUnit.BASE,
                null,
                1L,
                null,
                Verified.NONE);
        assertThat(Lane.weightOf(book)).isEqualTo(101);
        assertThat(Lane.weightOf(Events.trade("A", 0))).isEqualTo(1);
    }

    @Test
    void aFullDiskRefusesAndNothingIsLostOrThrown() {
        BusProperties settings =
                TestSettings.of(directory, "publisher.lane-events", 100, "publisher.memory-events", 100);
        FullDisk disk = new FullDisk(settings.spool());
        try (PublisherBench bench = new PublisherBench(settings, disk)) {
            bench.down();
            disk.full = true;
            int taken = 0;
            while (bench.offer(Events.trade("A", taken))) {
                taken++;
                bench.later();
            }
            assertThat(taken).isEqualTo(100);
            assertThat(bench.durable).isEmpty();
            disk.full = false;
            bench.later();
            assertThat(bench.durable).hasSize(100);
            bench.up();
            assertThat(bench.confirmAll().stream().flatMap(sent -> FakeLink.ids(sent).stream()))
                    .containsExactlyElementsOf(OutboundTest.range(100));
        }
    }

    /** A disk without room, now and then. */
    private static final class FullDisk extends Spool {
        private boolean full;

        FullDisk(BusProperties.Spool settings) {
            super(settings);
        }

        @Override
        void write(QueueFile to, byte[] element) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            super.write(to, element);
        }
    }
}
