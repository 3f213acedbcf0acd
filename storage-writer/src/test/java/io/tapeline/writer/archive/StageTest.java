package io.tapeline.writer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
    private static final String KEY = "futures/binance/BTC/5s/2026-11-20.jsonl";

    @TempDir
    private Path directory;

    private final List<String> replaced = new ArrayList<>();
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new Stage(directory, (key, step) -> {
            replaced.add(key);
            step.run();
        });
    }

    private static Stage.Content text(String text) {
        return file -> file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anObjectIsCompleteOrAbsent() {
        assertThatThrownBy(() -> stage.put(KEY, file -> {
                    text("half a li").writeTo(file);
                    assertThat(stage.has(KEY)).isFalse();
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(stage.has(KEY)).isFalse();
        assertThat(directory.resolve(".unfinished")).isEmptyDirectory();
    }

    @Test
    void anObjectThatCannotBeWrittenAgainStaysWhatItWas() throws Exception {
        stage.put(KEY, text("one\n"));
        assertThatThrownBy(() -> stage.put(KEY, file -> {
                    text("one\ntw").writeTo(file);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(stage.path(KEY)).hasContent("one\n");
    }

    @Test
    void whatSaysTheSameIsNotReplaced() throws Exception {
        stage.put(KEY, text("one\n"));
        stage.put(KEY, text("one\n"));
        stage.put(KEY, text("one\ntwo\n"));
        assertThat(replaced).containsExactly(KEY, KEY);
        assertThat(stage.lines(KEY)).isEqualTo(2);
        assertThat(stage.lines("futures/binance/BTC/5s/2026-11-19.jsonl")).isZero();
    }

    @Test
    void othersMayReadObjects() throws Exception {
        stage.put(KEY, text("one\n"));
        assertThat(Files.getPosixFilePermissions(stage.path(KEY)).toString()).contains("OTHERS_READ");
    }
}
