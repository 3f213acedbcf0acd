package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.writer.CuttableProxy;
import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

class AvailabilityTest {
    private static final String PATH = "/api/v1/exchange/large-trades";

    @Test
    void withoutADatabaseItStartsSaysSoAndRecovers() {
        TestDatabase database = EmbeddedDatabase.create();
        try (CuttableProxy passage = new CuttableProxy(database.host(), database.port())) {
            Map<String, Object> through = new HashMap<>(RunningApi.at(database));
            through.put("spring.r2dbc.url", "r2dbc:postgresql://127.0.0.1:" + passage.port() + "/" + database.name());
            try (ConfigurableApplicationContext context = QueryApiApplication.start(through)) {
                WebTestClient client = RunningApi.client(context);
                unavailable(client, "database-unavailable");
                health(client, "liveness", 200);
                health(client, "readiness", 503);
                passage.connect();
                answers(client);
                health(client, "readiness", 200);
                passage.cut();
                unavailable(client, "database-unavailable");
                health(client, "liveness", 200);
                passage.connect();
                answers(client);
            }
        }
    }

    @Test
    void withoutASchemaItSaysSoAndRecovers() {
        TestDatabase database = EmbeddedDatabase.empty();
        try (ConfigurableApplicationContext context = QueryApiApplication.start(RunningApi.at(database))) {
            WebTestClient client = RunningApi.client(context);
            unavailable(client, "database-not-ready");
            database.migrate();
            answers(client);
        }
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUp() {
        try (RunningApi api = RunningApi.start(Map.of("tapeline.query.statement-timeout", "200ms"))) {
            new StoredRows(api.database()).known("binance", "spot", "BTCUSDT");
            api.database()
                    .execute(
                            "CREATE OR REPLACE FUNCTION slow() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                                    + " $$ SELECT now() FROM pg_sleep(20) $$",
                            "DROP VIEW mark_prices",
                            "CREATE VIEW mark_prices AS SELECT 'a'::text AS id, 'a'::text AS exchange, 'a'::text AS market,"
                                    + " 'a'::text AS symbol, slow() AS \"timestamp\", 'venue'::text AS time_source, now() AS received_at,"
                                    + " 'live'::text AS origin, 1.0 AS mark_price, 1.0 AS index_price, 1.0 AS last_price, now() AS created_at,"
                                    + " 1 AS instrument_id, now() AS key_time, 1::bigint AS venue_key",
                            "GRANT SELECT ON mark_prices TO tapeline_reader");
            api.client()
                    .get()
                    .uri("/api/v1/exchange/mark-prices")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.success")
                    .isEqualTo(false)
                    .jsonPath("$.type")
                    .isEqualTo("urn:tapeline:problem:query-too-slow");
            api.client().get().uri(PATH).exchange().expectStatus().isOk();
        }
    }

    @Test
    void whenEveryConnectionIsBusyFurtherQuestionsAreToldToComeBack() {
        Map<String, Object> tight =
                Map.of("spring.r2dbc.pool.max-size", 1, "spring.r2dbc.pool.max-acquire-time", "300ms");
        try (RunningApi api = RunningApi.start(tight)) {
            var held = reactor.core.publisher.Mono.from(
                            api.bean(io.r2dbc.spi.ConnectionFactory.class).create())
                    .block();
            unavailable(api.client(), "database-unavailable");
            reactor.core.publisher.Mono.from(held.close()).block();
            answers(api.client());
        }
    }

    @Test
    void theServiceCannotWriteEvenIfItWantedTo() {
        try (RunningApi api = RunningApi.start()) {
            var client = api.bean(org.springframework.r2dbc.core.DatabaseClient.class);
            for (String sql :
                    List.of("DELETE FROM store.trade", "CREATE TABLE x (y int)", "CREATE TEMPORARY TABLE x (y int)")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> client.sql(sql).then().block())
                        .isInstanceOf(org.springframework.dao.DataAccessException.class);
            }
        }
    }

    @Test
    void metricsAreThereForPrometheus() {
        try (RunningApi api = RunningApi.start()) {
            answers(api.client());
            String metrics = new String(api.client()
                    .get()
                    .uri("/actuator/prometheus")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody());
            assertThat(metrics)
                    .contains(
                            "http_server_requests_seconds_count",
                            "uri=\"/api/v1/exchange/large-trades\"",
                            "r2dbc_pool_acquired_connections");
        }
    }

    private static void unavailable(WebTestClient client, String type) {
        client.get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.type")
                .isEqualTo("urn:tapeline:problem:" + type);
    }

    private static void answers(WebTestClient client) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> client.get().uri(PATH).exchange().expectStatus().isOk());
    }

    private static void health(WebTestClient client, String group, int status) {
        client.get().uri("/actuator/health/" + group).exchange().expectStatus().isEqualTo(status);
    }
}
