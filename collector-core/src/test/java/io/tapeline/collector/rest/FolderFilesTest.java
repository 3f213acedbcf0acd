package io.tapeline.collector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FolderFilesTest {
    @TempDir
    Path directory;

    private Path folder;
    private FolderFiles files;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(directory.resolve("in"));
        files = new FolderFiles(List.of(folder), 20);
    }

    private List<String> listed() {
        return JsonMapper.shared()
                .readTree(files.read(folder).body())
                .get("files")
                .valueStream()
                .map(file -> file.get("name").asString())
                .toList();
    }

    private void drop(String name, String text, int second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_795_168_800L + second)));
    }

    private int status(Path path) {
        return files.read(path).status();
    }

    @Test
    void aFileIsListedWhenItIsAtRestAndUntilItWasRead() throws IOException {
        drop("a.json", "1", 0);
        assertThat(listed()).as("first seen").isEmpty();
        assertThat(listed()).containsExactly("a.json");
        assertThat(listed()).as("not read yet").containsExactly("a.json");
        assertThat(files.read(folder.resolve("a.json")).text()).isEqualTo("1");
        assertThat(listed()).isEmpty();
    }

    @Test
    void aFileThatIsBeingWrittenWaits() throws IOException {
        drop("a.json", "1", 0);
        listed();
        drop("a.json", "12", 1);
        assertThat(listed()).as("longer than before").isEmpty();
        drop("a.json", "34", 2);
        assertThat(listed()).as("written again").isEmpty();
        assertThat(listed()).containsExactly("a.json");
    }

    @Test
    void aFileThatChangesIsReadAgain() throws IOException {
        drop("a.json", "1", 0);
        listed();
        listed();
        files.read(folder.resolve("a.json"));
        drop("a.json", "2", 5);
        listed();
        assertThat(listed()).containsExactly("a.json");
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "x");
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub").resolve("deep"), "x");
        Files.createSymbolicLink(folder.resolve("link"), secret);
        Files.writeString(folder.resolve(".hidden"), "x");
        listed();
        assertThat(listed()).isEmpty();
        assertThat(status(secret)).isEqualTo(422);
        assertThat(status(folder.resolve("../secret"))).isEqualTo(422);
        assertThat(status(folder.resolve(".."))).isEqualTo(422);
        assertThat(status(folder.resolve("sub/deep"))).isEqualTo(422);
        assertThat(status(folder.resolve("link"))).isEqualTo(422);
    }

    @Test
    void aFileThatIsTooLongIsRefusedAndNotOfferedAgain() throws IOException {
        drop("a.json", "x".repeat(21), 0);
        listed();
        assertThat(listed()).containsExactly("a.json");
        assertThat(status(folder.resolve("a.json"))).isEqualTo(413);
        assertThat(listed()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsEmptyAndAFileThatIsGoneIsNotFound() throws IOException {
        Files.delete(folder);
        assertThat(listed()).isEmpty();
        assertThat(status(folder.resolve("a.json"))).isEqualTo(404);
    }

    @Test
    void aListingNamesAFewAndTheOthersWhenTheseWereRead() throws IOException {
        for (int i = 100; i < 100 + FolderFiles.MOST_LISTED + 1; i++) {
            drop(i + ".json", "1", 0);
        }
        listed();
        assertThat(listed()).hasSize(FolderFiles.MOST_LISTED).doesNotContain("150.json");
        listed().forEach(name -> files.read(folder.resolve(name)));
        assertThat(listed()).containsExactly("150.json");
    }
}
