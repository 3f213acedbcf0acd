package io.tapeline.query.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.query.RunningApi;
import io.tapeline.writer.S3Server;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a real S3 server. */
class BucketArchiveTest extends ArchiveContract {
    private final S3Server server = S3Server.started();

    @BeforeAll
    void start() {
        put(OLD, LINES);
        put(MINUTE, "minute\n");
        put(TODAY, "one\n");
        api = RunningApi.start(server.properties());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @Override
    void put(String key, String content) {
        server.put(key, content);
    }

    @Test
    void aBucketThatIsAwayIsAProblemThatMayPass() {
        server.stop();
        try {
            HttpResponse<byte[]> answer = get(OLD);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(header(answer, "retry-after")).isNotEmpty();
            assertThat(text(answer)).contains("archive-unavailable").doesNotContain("127.0.0.1:");
        } finally {
            server.start();
        }
        assertThat(get(OLD).statusCode()).isEqualTo(200);
    }
}
