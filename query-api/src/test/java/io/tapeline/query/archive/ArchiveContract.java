package io.tapeline.query.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.query.RunningApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a browser and everybody else may expect of {@code /archive/}, wherever the objects are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ArchiveContract {
    static final String OLD = "futures/binance/BTC/5s/2025-11-20.jsonl";
    static final String MINUTE = "kraken/ADA/1min/min/2025-11-20/12/2025-11-20T12:07.jsonl";
    static final String TODAY = "spot/binance/BTC/1min/" + LocalDate.now(ZoneOffset.UTC) + ".jsonl";
    static final String LINES = "{\"t\":\"2025-11-20T12:07:00.000000Z\"}\n".repeat(5_000);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningApi api;

    /** Puts an object where the service reads it. */
    abstract void put(String key, String content);

    @AfterAll
    void stop() {
        api.close();
    }

    HttpResponse<byte[]> ask(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String key, String... headers) {
        return ask("GET", "/archive/" + key, headers);
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void anObjectIsServedAsItIs() {
        HttpResponse<byte[]> answer = get(OLD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo(LINES);
        assertThat(header(answer, "content-type")).isEqualTo("application/x-ndjson");
        assertThat(header(answer, "content-length")).isEqualTo(String.valueOf(LINES.length()));
        assertThat(header(answer, "accept-ranges")).isEqualTo("bytes");
        assertThat(header(answer, "last-modified")).isNotEmpty();
        assertThat(text(get(MINUTE))).isEqualTo("minute\n");
        assertThat(text(get(MINUTE.replace(":", "%3A")))).isEqualTo("minute\n");
    }

    @Test
    void whatIsPastMayBeKeptLongAndTodayIsNot() {
        assertThat(header(get(OLD), "cache-control")).isEqualTo("max-age=86400, public");
        assertThat(header(get(TODAY), "cache-control")).isEqualTo("max-age=10, public");
    }

    @Test
    void anObjectThatDidNotChangeIsNotSentAgain() {
        put(TODAY, "one\n");
        String etag = header(get(TODAY), "etag");
        assertThat(etag).matches("\"[^\"]+\"");
        HttpResponse<byte[]> same = get(TODAY, "If-None-Match", etag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        put(TODAY, "one\ntwo\n");
        HttpResponse<byte[]> changed = get(TODAY, "If-None-Match", etag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(text(changed)).isEqualTo("one\ntwo\n");
    }

    @Test
    void rangesOfBytesAreServed() {
        HttpResponse<byte[]> part = get(OLD, "Range", "bytes=36-71", "Accept-Encoding", "gzip");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(text(part)).isEqualTo(LINES.substring(36, 72));
        assertThat(header(part, "content-range")).isEqualTo("bytes 36-71/" + LINES.length());
        assertThat(text(get(OLD, "Range", "bytes=-10"))).isEqualTo(LINES.substring(LINES.length() - 10));
        assertThat(text(get(OLD, "Range", "bytes=" + (LINES.length() - 3) + "-")))
                .hasSize(3);
        HttpResponse<byte[]> beyond = get(OLD, "Range", "bytes=" + LINES.length() + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "content-range")).isEqualTo("bytes */" + LINES.length());
        assertThat(get(OLD, "Range", "lines=1-2").statusCode()).isEqualTo(200);
    }

    @Test
    void aRangeOfSomethingThatHasChangedIsNotJoinedToTheRest() {
        String etag = header(get(OLD), "etag");
        assertThat(get(OLD, "Range", "bytes=0-9", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(get(OLD, "Range", "bytes=0-9", "If-Range", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoCanReadItGetsItCompressed() throws Exception {
        HttpResponse<byte[]> answer = get(OLD, "Accept-Encoding", "gzip");
        assertThat(header(answer, "content-encoding")).isEqualTo("gzip");
        assertThat(header(answer, "vary")).containsIgnoringCase("accept-encoding");
        assertThat(answer.body().length).isLessThan(LINES.length() / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(LINES);
    }

    @Test
    void pagesOfOtherOriginsMayReadObjectsAndTheirRanges() {
        HttpResponse<byte[]> answer = get(OLD, "Origin", "http://example.org");
        assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
        assertThat(header(answer, "access-control-expose-headers")).contains("ETag", "Content-Range", "Accept-Ranges");
        HttpResponse<byte[]> preflight = ask(
                "OPTIONS",
                "/archive/" + OLD,
                "Origin",
                "http://example.org",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "Range");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "access-control-allow-headers")).isEqualTo("Range");
    }

    @Test
    void onlyGetAndHeadAreAllowed() {
        HttpResponse<byte[]> head = ask("HEAD", "/archive/" + OLD);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "content-length")).isEqualTo(String.valueOf(LINES.length()));
        for (String method : new String[] {"PUT", "POST", "DELETE"}) {
            HttpResponse<byte[]> answer = ask(method, "/archive/" + OLD);
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
        }
        assertThat(text(get(OLD))).isEqualTo(LINES);
    }

    @Test
    void aPathThatLeavesTheArchiveIsRefused() {
        for (String path : new String[] {
            "../secret.jsonl",
            "futures/../../secret.jsonl",
            "%2e%2e/secret.jsonl",
            "futures/%2E%2E%2f%2e%2e%2fsecret.jsonl",
            "futures/%252e%252e/secret.jsonl",
            "futures\\..\\..\\secret.jsonl".replace("\\", "%5c")
        }) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
            assertThat(text(answer))
                    .contains("\"success\":false", "path: expected the name of an object, without '..'");
        }
    }

    @Test
    void whatIsNoObjectIsNotThereAndNothingIsListed() {
        for (String path : new String[] {
            "",
            "futures/",
            "futures/binance/BTC/5s/",
            "futures/binance/BTC/5s/2025-11-19.jsonl",
            "futures/binance/BTC/5s/2025-13-45.jsonl",
            "futures/binance/BTC/5s/2025-11-20.jsonl/",
            ".unfinished/object.jsonl",
            ".pending/x",
            "%00",
            "futures/binance/BTC/5s/min/2025-11-20/12/2025-11-21T12:07.jsonl"
        }) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(text(answer)).as(path).contains("\"success\":false", "problem:not-found");
        }
        assertThat(ask("GET", "/archive").statusCode()).isEqualTo(404);
    }
}
