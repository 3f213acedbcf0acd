package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ProblemsTest {
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** @param rawQuery percent-encoded by the test itself */
    private static ResponseSpec get(String pathAndRawQuery) {
        return api.client()
                .get()
                .uri(base -> URI.create(base.build().toString() + pathAndRawQuery))
                .exchange();
    }

    private static BodyContentSpec problem(ResponseSpec response, int status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.trace")
                .doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "colour=red colour exchange",
                "side=sideways side buy,",
                "from=yesterday from ISO-8601",
                "from=2025-02-30 from ISO-8601",
                "to=99999-01-01T00:00:00Z to ISO-8601",
                "from=0001-01-01 from 1970",
                "hours=-1 hours above",
                "hours=0 hours above",
                "hours=1e99 hours above",
                "hours=NaN hours above",
                "hours=2&from=2025-01-01 hours either",
                "from=2025-01-02&to=2025-01-01 from before",
                "from=2999-01-01 from before",
                "limit=1e9 limit 10000",
                "limit=0 limit 10000",
                "limit=10001 limit 10000",
                "limit=1.5 limit 10000",
                "market=bazaar market perpetual",
                "format=parquet format parquet",
                "format=xml format ndjson",
                "numbers=double numbers string",
                "only_liquidations=maybe only_liquidations true",
                "only_liquidations only_liquidations value",
                "min_value_usd=-5 min_value_usd negative",
                "min_value_usd=lots min_value_usd decimal",
                "cursor=AAAA cursor next_cursor",
                "cursor=%2A%2A cursor next_cursor",
                "symbol= symbol value",
                "symbol=A&symbol=B symbol one",
                "symbol=%00 symbol control",
                "symbol=BTC%00 symbol control",
                "exchange=a%0Ab exchange control",
                "summary=perhaps summary true",
                "live=true live exchange"
            })
    void aParameterThatCannotBeUsedIsNamedWithWhatWasExpected(String query, String parameter, String expected) {
        problem(get("/api/v1/exchange/large-trades?" + query), 400)
                .jsonPath("$.type")
                .isEqualTo("urn:tapeline:problem:invalid-parameter")
                .jsonPath("$.parameter")
                .isEqualTo(parameter)
                .jsonPath("$.expected")
                .value((String text) -> assertThat(text).contains(expected));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        problem(get("/api/v1/exchange/trades?hours=-1&limit=1e9&colour=red"), 400)
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "BTC|USD", "\"<script>{x}\"", "100%25%"})
    void whatClientsLeaveUnescapedIsAPlainValue(String symbol) {
        String answer = rawGet("/api/v1/exchange/trades?symbol=" + symbol);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"success\":true", "\"count\":0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "';DROP TABLE store.trade;--",
                "' OR '1'='1",
                "BTCUSDT') OR (1=1",
                ":limit",
                "$1",
                "{where}",
                "\\",
                "%",
                "😀"
            })
    void anInjectionAttemptIsAnUnknownSymbol(String attempt) {
        for (String parameter : new String[] {"symbol", "exchange"}) {
            api.client()
                    .get()
                    .uri("/api/v1/exchange/trades?" + parameter + "={attempt}", attempt)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.data.count")
                    .isEqualTo(0)
                    .jsonPath("$.filters." + parameter)
                    .exists();
        }
        assertThat(api.database().count("SELECT count(*) FROM store.trade")).isZero();
    }

    @Test
    void anUnknownSymbolIsAnEmptyAnswerWithAnEmptySummary() {
        get("/api/v1/exchange/large-trades?symbol=NOSUCH")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(true)
                .jsonPath("$.data.trades.length()")
                .isEqualTo(0)
                .jsonPath("$.data.summary.total_value_usd")
                .isEqualTo(0)
                .jsonPath("$.data.summary.exchanges.length()")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/v1/exchange", "/api/v1/exchange/nothing", "/api/v2/exchange/trades", "/actuator/env"})
    void anUnknownPathIsNotFound(String path) {
        problem(get(path), 404).jsonPath("$.type").isEqualTo("urn:tapeline:problem:not-found");
    }

    @Test
    void onlyReadingIsAllowed() {
        for (HttpMethod method :
                new HttpMethod[] {HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH}) {
            ResponseSpec response =
                    api.client().method(method).uri("/api/v1/exchange/trades").exchange();
            response.expectHeader().valueEquals("Allow", "GET, HEAD");
            problem(response, 405).jsonPath("$.type").isEqualTo("urn:tapeline:problem:method-not-allowed");
        }
    }

    @Test
    void anUnknownFormIsNotAcceptable() {
        problem(
                        api.client()
                                .get()
                                .uri("/api/v1/exchange/trades")
                                .header("Accept", "image/png")
                                .exchange(),
                        406)
                .jsonPath("$.type")
                .isEqualTo("urn:tapeline:problem:not-acceptable");
    }

    @Test
    void aDefectShowsNoInnards() {
        api.database().execute("ALTER VIEW mark_prices RENAME COLUMN mark_price TO elsewhere");
        try {
            problem(get("/api/v1/exchange/mark-prices"), 503)
                    .jsonPath("$.type")
                    .isEqualTo("urn:tapeline:problem:database-not-ready");
        } finally {
            api.database().execute("ALTER VIEW mark_prices RENAME COLUMN elsewhere TO mark_price");
        }
        api.database().execute("REVOKE SELECT ON mark_prices FROM tapeline_reader");
        try {
            String body = new String(
                    problem(get("/api/v1/exchange/mark-prices"), 500)
                            .jsonPath("$.type")
                            .isEqualTo("urn:tapeline:problem:internal-error")
                            .returnResult()
                            .getResponseBody(),
                    StandardCharsets.UTF_8);
            assertThat(body).doesNotContain("SELECT", "permission", "Exception", "io.tapeline");
        } finally {
            api.database().execute("GRANT SELECT ON mark_prices TO tapeline_reader");
        }
    }

    /** Sends a request line that HTTP clients refuse to send. */
    private static String rawGet(String target) {
        int port = api.port();
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
