package io.tapeline.writer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.writer.S3Server;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Against a real S3 server. */
@ExtendWith(OutputCaptureExtension.class)
class UploaderTest {
    private static final String DAY = "futures/binance/BTC/5s/2026-11-20.jsonl";

    @TempDir
    private Path directory;

    private final S3Server server = S3Server.started();
    private Pending pending;
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        pending = new Pending(directory.resolve(".pending"));
        stage = new Stage(directory, pending::replace);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void put(String key, String content) throws IOException {
        stage.put(key, file -> file.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static String minute(int minute) {
        return "futures/binance/BTC/5s/min/2026-11-20/12/2026-11-20T12:%02d.jsonl".formatted(minute);
    }

    private Uploader uploader(String secretKey) {
        Bucket bucket = new Bucket(server.settings(secretKey));
        return new Uploader(pending, stage, bucket::put, "the bucket");
    }

    @Test
    void whatIsWrittenIsUploadedOnceAndAgainWhenItChanges() throws Exception {
        Uploader uploader = uploader(S3Server.SECRET_KEY);
        put(DAY, "one\n");
        put(minute(1), "one\n");
        assertThat(uploader.round()).isEqualTo(Uploader.Round.DONE);
        assertThat(server.keys()).containsExactlyInAnyOrder(DAY, minute(1));
        assertThat(server.read(DAY)).isEqualTo("one\n");
        assertThat(pending.size()).isZero();
        put(DAY, "one\ntwo\n");
        uploader.round();
        assertThat(server.read(DAY)).isEqualTo("one\ntwo\n");
    }

    @Test
    void aBucketThatDeniesAccessIsSaidOnceAndWhatWaitsSurvivesARestart(CapturedOutput output) throws Exception {
        for (int i = 0; i < 10; i++) {
            put(minute(i), "line " + i + "\n");
        }
        Uploader denied = uploader("wrong");
        for (int round = 0; round < 5; round++) {
            assertThat(denied.round()).isEqualTo(Uploader.Round.FAILED);
        }
        assertThat(server.keys()).isEmpty();
        assertThat(output.getOut().split("cannot upload to the bucket: 403", -1))
                .hasSize(2);
        assertThat(output.getOut()).doesNotContain("\tat ", "wrong");
        open();
        assertThat(pending.size()).isEqualTo(10);
        assertThat(uploader(S3Server.SECRET_KEY).round()).isEqualTo(Uploader.Round.DONE);
        assertThat(server.keys()).hasSize(10);
    }

    @Test
    void whileTheBucketCannotBeReachedObjectsWaitOnDisk(CapturedOutput output) throws Exception {
        Uploader uploader = uploader(S3Server.SECRET_KEY);
        server.stop();
        put(DAY, "one\n");
        assertThat(uploader.round()).isEqualTo(Uploader.Round.FAILED);
        put(DAY, "one\ntwo\n");
        assertThat(uploader.round()).isEqualTo(Uploader.Round.FAILED);
        server.start();
        assertThat(uploader.round()).isEqualTo(Uploader.Round.DONE);
        assertThat(server.read(DAY)).isEqualTo("one\ntwo\n");
        assertThat(output.getOut()).contains("no more");
    }

    @Test
    void aFullBucketLosesNothing() throws Exception {
        Uploader uploader = uploader(S3Server.SECRET_KEY);
        server.refuse(key -> {
            throw new HttpResponseException(
                    "full",
                    null,
                    HttpResponse.builder()
                            .statusCode(507)
                            .message("Insufficient Storage")
                            .build());
        });
        put(DAY, "one\n");
        assertThat(uploader.round()).isEqualTo(Uploader.Round.FAILED);
        assertThat(pending.size()).isEqualTo(1);
        server.refuse(key -> {});
        assertThat(uploader.round()).isEqualTo(Uploader.Round.DONE);
        assertThat(server.read(DAY)).isEqualTo("one\n");
    }

    @Test
    void objectsThatAreRefusedHoldUpNoOthers() throws Exception {
        Uploader uploader = uploader(S3Server.SECRET_KEY);
        server.refuse(key -> {
            if (!key.endsWith("7.jsonl")) {
                throw new IllegalArgumentException("not this one");
            }
        });
        for (int i = 0; i < 10; i++) {
            put(minute(i), "line\n");
        }
        for (int round = 0; round < 5; round++) {
            uploader.round();
        }
        assertThat(server.keys()).containsExactly(minute(7));
        assertThat(pending.size()).isEqualTo(9);
    }

    @Test
    void anObjectThatIsReplacedWhileItIsUploadedIsUploadedAgain() throws Exception {
        put(DAY, "one\n");
        pending.upload(DAY, () -> put(DAY, "one\ntwo\n"));
        assertThat(pending.has(DAY)).isTrue();
        pending.upload(DAY, () -> {});
        assertThat(pending.size()).isZero();
    }

    @Test
    void oldDaysLeaveTheDiskWhenTheyAreUploaded() throws Exception {
        put(DAY, "one\n");
        put(minute(1), "one\n");
        uploader(S3Server.SECRET_KEY).round();
        put(minute(2), "waits\n");
        put("futures/binance/BTC/5s/2026-11-21.jsonl", "today\n");
        StageLimit limit = new StageLimit(directory, pending);
        limit.forget(LocalDate.parse("2026-11-21"), LocalDate.parse("2026-11-01"));
        assertThat(stage.has(DAY)).isFalse();
        assertThat(stage.has(minute(1))).isFalse();
        assertThat(stage.has(minute(2))).as("not uploaded yet").isTrue();
        assertThat(stage.has("futures/binance/BTC/5s/2026-11-21.jsonl")).isTrue();
        limit.forget(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-21"));
        assertThat(stage.has(minute(2))).as("given up").isFalse();
        assertThat(Files.exists(directory.resolve("futures/binance/BTC/5s/min")))
                .isFalse();
        assertThat(pending.size()).isEqualTo(1);
    }
}
