package io.tapeline.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final LaneKey KEY = new LaneKey("market_data", "trade.binance.spot.A");

    @TempDir
    Path directory;

    @Test
    void whatWasAppendedIsThereAfterTheProcessIsKilled() throws IOException {
        try (Spool spool = spool(directory)) {
            spool.append(List.of(message("[1]"), message("[2]")));
            spool.append(List.of(message("[3]")));
            spool.remove(1);
            spool.append(List.of(message("[4]")));
            // What a kill leaves behind is the file as it is now.
            Path copy = Files.createDirectory(directory.resolve("after"));
            Files.copy(directory.resolve("spool.queue"), copy.resolve("spool.queue"));
            try (Spool reopened = spool(copy)) {
                assertThat(reopened.entries()).isEqualTo(2);
                assertThat(reopened.bytes()).isEqualTo(spool.bytes());
                assertThat(bodies(reopened)).containsExactly("[3,4]");
            }
        }
    }

    @Test
    void itGrowsAndWrapsAroundWithoutLosingOrder() {
        try (Spool spool = spool(directory)) {
            int read = 0;
            for (int i = 0; i < 3000; i++) {
                assertThat(spool.append(List.of(message("[" + "0".repeat(i % 97) + i + "]"))))
                        .isTrue();
                if (i % 3 == 2) {
                    Drain head = spool.read(1, 512);
                    assertThat(new String(head.next().getFirst().body(), UTF_8)).endsWith(read + "]");
                    spool.remove(head.elements());
                    read++;
                }
            }
            assertThat(spool.entries()).isEqualTo(2000);
        }
    }

    @Test
    void aFileThatIsNoSpoolIsSetAsideAndAnEmptyOneBegun() throws IOException {
        Files.writeString(directory.resolve("spool.queue"), "not a spool".repeat(1000));
        try (Spool spool = spool(directory)) {
            assertThat(spool.isEmpty()).isTrue();
            assertThat(spool.append(List.of(message("[1]")))).isTrue();
        }
        assertThat(setAside()).singleElement().satisfies(file -> assertThat(file)
                .hasSize(11_000));
    }

    @Test
    void anElementWithADamagedByteIsNoticedAtTheStart() throws IOException {
        try (Spool spool = spool(directory)) {
            spool.append(List.of(message("[1]"), message("[2]")));
        }
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("spool.queue").toFile(), "rw")) {
            file.seek(60);
            int was = file.read();
            file.seek(60);
            file.write(was ^ 1);
        }
        try (Spool spool = spool(directory)) {
            assertThat(spool.isEmpty()).isTrue();
        }
        assertThat(setAside()).hasSize(1);
    }

    @Test
    void twoPublishersCannotShareADirectory() {
        try (Spool first = spool(directory)) {
            assertThat(first.isEmpty()).isTrue();
            assertThatThrownBy(() -> spool(directory))
                    .hasMessageContaining("tapeline.bus.spool.directory")
                    .hasRootCauseMessage("another publisher has it open");
        }
    }

    @Test
    void aDrainedSpoolGivesItsSpaceBack() throws IOException {
        try (Spool spool = spool(directory)) {
            for (int i = 0; i < 100; i++) {
                spool.append(List.of(message("[" + "1".repeat(1000) + "]")));
            }
            assertThat(Files.size(directory.resolve("spool.queue"))).isGreaterThan(100_000);
            spool.remove(100);
            assertThat(Files.size(directory.resolve("spool.queue"))).isEqualTo(4096);
        }
    }

    private static Spool spool(Path directory) {
        return new Spool(TestSettings.of(directory).spool());
    }

    private static SpoolRecord message(String body) {
        return new SpoolRecord(KEY, 1, body.getBytes(UTF_8));
    }

    private static List<String> bodies(Spool spool) {
        return spool.read(1 << 20, 512).next().stream()
                .map(message -> new String(message.body(), UTF_8))
                .toList();
    }

    private List<Path> setAside() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().contains(".damaged-"))
                    .toList();
        }
    }
}
