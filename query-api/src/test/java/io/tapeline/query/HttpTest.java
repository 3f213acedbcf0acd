package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

class HttpTest {
    private static final String PATH = "/api/v1/exchange/large-trades";
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        StoredRows rows = new StoredRows(api.database());
        for (int i = 0; i < 20; i++) {
            rows.largeTrade(
                    "binance",
                    "spot",
                    "BTCUSDT",
                    Instant.now().minusSeconds(100 + i),
                    "buy",
                    "1.0",
                    "1",
                    "100.00",
                    false);
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static EntityExchangeResult<byte[]> get(String query, String header, String value) {
        return api.client()
                .get()
                .uri(PATH + query)
                .header(header, value)
                .exchange()
                .expectBody()
                .returnResult();
    }

    @Test
    void anAnswerThatSaysTheSameIsNotSentAgain() {
        String etag = get("", "Accept", "application/json").getResponseHeaders().getETag();
        EntityExchangeResult<byte[]> again = get("", "If-None-Match", etag);
        assertThat(again.getStatus().value()).isEqualTo(304);
        assertThat(again.getResponseHeaders().getETag()).isEqualTo(etag);
        assertThat(again.getResponseBody()).isNull();
        new StoredRows(api.database())
                .largeTrade("binance", "spot", "BTCUSDT", Instant.now(), "buy", "1.0", "1", "1.00", false);
        assertThat(get("", "If-None-Match", etag).getStatus().value()).isEqualTo(200);
    }

    @Test
    void whatReachesToNowIsAskedAboutEachTimeAndThePastMayBeKept() {
        assertThat(get("", "Accept", "*/*").getResponseHeaders().getCacheControl())
                .contains("no-cache");
        assertThat(get("?from=2025-01-01&to=2025-01-02", "Accept", "*/*")
                        .getResponseHeaders()
                        .getCacheControl())
                .contains("max-age=60");
        assertThat(get("", "Accept", "*/*").getResponseHeaders().getVary()).contains("Accept");
    }

    @Test
    void answersAreCompressedForThoseWhoCanReadIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + PATH))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.body()[0]).isEqualTo((byte) 0x1f);
    }

    @Test
    void pagesOfAnyOriginMayReadOnLoopback() {
        HttpHeaders headers = get("", "Origin", "http://example.org").getResponseHeaders();
        assertThat(headers.getAccessControlAllowOrigin()).isEqualTo("*");
        assertThat(headers.getAccessControlExposeHeaders()).contains("ETag", "X-Next-Cursor");
        api.client()
                .options()
                .uri(PATH)
                .header("Origin", "http://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "X-API-Key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Headers", "X-API-Key");
        api.client()
                .options()
                .uri(PATH)
                .header("Origin", "http://example.org")
                .header("Access-Control-Request-Method", "DELETE")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void linesAndCsvCarryTheCursorInAHeader() {
        EntityExchangeResult<byte[]> lines = get("?limit=2&format=ndjson", "Accept", "*/*");
        assertThat(lines.getResponseHeaders().getContentType().toString()).isEqualTo("application/x-ndjson");
        assertThat(new String(lines.getResponseBody()).lines())
                .hasSize(2)
                .allMatch(l -> l.startsWith("{\"id\":") && l.endsWith("}"));
        String cursor = lines.getResponseHeaders().getFirst("X-Next-Cursor");
        EntityExchangeResult<byte[]> csv = get("?limit=2&cursor=" + cursor, "Accept", "text/csv");
        assertThat(csv.getResponseHeaders().getContentType().toString()).isEqualTo("text/csv;charset=UTF-8");
        String text = new String(csv.getResponseBody());
        assertThat(text).startsWith("id,exchange,market,symbol,timestamp,").endsWith("\r\n");
        assertThat(text.lines()).hasSize(3);
        assertThat(text).contains(",\"{\"\"maker\"\": false, \"\"usd_rate\"\": 1.0000}\",");
    }

    @Test
    void theAcceptHeaderChoosesTheForm() {
        assertThat(get("", "Accept", "application/x-ndjson")
                        .getResponseHeaders()
                        .getContentType()
                        .toString())
                .isEqualTo("application/x-ndjson");
        assertThat(get("?format=json", "Accept", "text/csv")
                        .getResponseHeaders()
                        .getContentType()
                        .toString())
                .isEqualTo("application/json");
        assertThat(get("", "Accept", "text/html,*/*;q=0.8")
                        .getResponseHeaders()
                        .getContentType()
                        .toString())
                .isEqualTo("application/json");
    }

    @Test
    void aHeadRequestTellsWithoutTheBody() {
        api.client()
                .head()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("ETag")
                .expectBody()
                .isEmpty();
    }
}
