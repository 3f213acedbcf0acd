package io.tapeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantOptionsTest {
    @TempDir
    Path directory;

    @Test
    void aPortInUseIsOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.of("demo", "--data-dir=" + directory, "--port=" + taken.getLocalPort());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort(), "is in use", "choose another");
        }
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsOneClearLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        CommandRun run = CommandRun.of("demo", "--data-dir=" + file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("--data-dir", "expected a directory");
    }

    @Test
    void addressesAreChecked() {
        assertThat(CommandRun.of("up", "--data-dir=" + directory, "--database=nohost")
                        .err())
                .singleElement()
                .asString()
                .contains("--database: expected HOST:PORT/NAME, got 'nohost'");
        assertThat(CommandRun.of("up", "--data-dir=" + directory, "--broker=a/b")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("up", "--port=many").exitCode()).isEqualTo(2);
    }

    @Test
    void healthOfAPlantThatDoesNotRunIsDown() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        CommandRun run = CommandRun.of("health", "--port=" + free);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).hasSize(5).allSatisfy(line -> assertThat(line).contains("DOWN"));
        assertThat(CommandRun.of("health", "--continuous=0").err())
                .singleElement()
                .asString()
                .contains("at least 1");
    }
}
