package io.tapeline.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RoutesTest {
    private static final String USDM = "binance-usdm";

    private final VirtualMarket market = new VirtualMarket();

    @AfterEach
    void end() {
        market.close();
    }

    @ParameterizedTest
    @CsvSource({
        "public,btcusdt@aggTrade",
        "public,!markPrice@arr@1s",
        "public,btcusdt@kline_1m",
        "market,btcusdt@depth@100ms",
        "market,btcusdt@bookTicker",
    })
    void a_stream_asked_on_the_wrong_route_is_acknowledged_and_never_delivers(String route, String stream) {
        String other = route.equals("public") ? "market" : "public";
        try (TestSocket wrong = market.open(USDM, "/" + route + "/stream");
                TestSocket right = market.open(USDM, "/" + other + "/stream");
                TestSocket bare = market.open(USDM, "/stream")) {
            for (TestSocket socket : new TestSocket[] {wrong, right, bare}) {
                socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + stream + "\"],\"id\":99}");
                assertThat(socket.await(1, text -> true).getFirst()).isEqualTo("{\"result\":null,\"id\":99}");
            }
            market.pass(Duration.ofSeconds(10));
            right.await(2, text -> text.contains("\"stream\":\"" + stream + "\""));
            assertThat(wrong.texts()).hasSize(1);
            assertThat(bare.texts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch@aggTrade", "BTCUSDT@aggTrade", "btcusd_perp@aggTrade", "btcusdt@nonsense"})
    void an_unknown_stream_is_acknowledged_and_silent(String stream) {
        try (TestSocket socket = market.open(USDM, "/market/ws")) {
            socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + stream + "\"],\"id\":\"a-1\"}");
            assertThat(socket.await(1, text -> true).getFirst()).isEqualTo("{\"result\":null,\"id\":\"a-1\"}");
            market.pass(Duration.ofSeconds(5));
            assertThat(socket.texts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/btcusdt@aggTrade,false",
        "/stream?streams=btcusdt@aggTrade/ethusdt@aggTrade,true",
        "/stream?streams=btcusdt%40aggTrade,true",
    })
    void the_address_says_whether_payloads_are_wrapped(String path, boolean wrapped) {
        try (TestSocket socket = market.open("binance-spot", path)) {
            market.pass(Duration.ofSeconds(5));
            String text = socket.await(1, t -> t.contains("BTCUSDT")).getFirst();
            assertThat(text.startsWith("{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\""))
                    .isEqualTo(wrapped);
        }
    }

    @Test
    void the_wrapper_can_be_switched_on() {
        try (TestSocket socket = market.open("binance-spot", "/ws/btcusdt@aggTrade")) {
            socket.send("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":5}");
            socket.await(1, text -> text.equals("{\"result\":null,\"id\":5}"));
            market.pass(Duration.ofSeconds(5));
            socket.await(1, text -> text.startsWith("{\"stream\":"));
        }
    }

    @Test
    void an_unsubscribed_stream_ends() {
        try (TestSocket socket = market.open("binance-spot", "/ws/btcusdt@aggTrade/ethusdt@aggTrade")) {
            socket.send("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\"],\"id\":312}");
            socket.await(1, text -> text.equals("{\"result\":null,\"id\":312}"));
            market.pass(Duration.ofSeconds(5));
            socket.await(5, text -> text.contains("ETHUSDT"));
            assertThat(socket.texts()).noneMatch(text -> text.contains("BTCUSDT"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 3",
                "{\"params\":[],\"id\":1} | 2",
                "{\"method\":\"JUMP\",\"id\":1} | 2",
                "{\"method\":\"SUBSCRIBE\",\"id\":1} | 2",
                "{\"method\":\"SUBSCRIBE\",\"params\":[1],\"id\":1} | 2",
                "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1.5} | 2",
                "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":\"this-text-is-longer-than-thirty-six-characters\"} | 2",
                "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",1],\"id\":1} | 1",
                "{\"method\":\"SET_PROPERTY\",\"params\":[\"other\",true],\"id\":1} | 0",
            })
    void nonsense_is_answered_with_the_venues_code(String message, int code) {
        try (TestSocket socket = market.open("binance-spot", "/ws")) {
            socket.send(message);
            socket.await(1, text -> true);
            assertThat(socket.frames().getFirst().get("code").asInt(-1)).isEqualTo(code);
            assertThat(socket.frames().getFirst().get("msg").asString()).isNotEmpty();
        }
    }

    @Test
    void all_market_mark_prices_come_in_shards_and_mix_both_families() {
        try (TestSocket socket = market.open(USDM, "/market/ws/!markPrice@arr@1s")) {
            market.pass(Duration.ofSeconds(1));
            socket.await(2, text -> text.startsWith("["));
            Set<String> symbols = socket.frames().stream()
                    .flatMap(JsonNode::valueStream)
                    .map(mark -> mark.get("s").asString() + mark.get("st").asInt())
                    .collect(Collectors.toSet());
            assertThat(symbols).containsExactlyInAnyOrder("BTCUSDT1", "ETHUSDT1", "BTCUSDT_2612251", "BTCUSD_PERP2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "binance-spot,/api/v3/depth,400,-1102",
        "binance-spot,/api/v3/depth?symbol=BTC,400,-1121",
        "binance-spot,/api/v3/klines?symbol=BTCUSDT&interval=7m,400,-1120",
        "binance-spot,/api/v3/aggTrades?symbol=BTCUSDT&fromId=x,400,-1100",
        "binance-usdm,/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=1&startTime=2,400,-1128",
        "binance-usdm,/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=1&endTime=3600002,400,-1127",
        "binance-usdm,/fapi/v1/depth?symbol=BTCUSD_PERP,400,-1121",
        "binance-usdm,/fapi/v1/depth?symbol=BTCUSDT&limit=7,400,-4021",
        "binance-usdm,/futures/data/openInterestHist?symbol=BTCUSDT&period=7m,400,-1130",
        "binance-usdm,/fapi/v1/allForceOrders,404,-5000",
    })
    void bad_requests_are_answered_with_the_venues_code(String prefix, String target, int status, int code) {
        assertThat(TestRest.get(market.emulator(), prefix, target).statusCode()).isEqualTo(status);
        assertThat(TestRest.json(market.emulator(), prefix, target).get("code").asInt())
                .isEqualTo(code);
    }

    @Test
    void history_pages_by_id_and_by_time() {
        market.pass(Duration.ofMinutes(1));
        JsonNode first = TestRest.json(market.emulator(), USDM, "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=0&limit=10");
        assertThat(first.size()).isEqualTo(10);
        long next = first.get(9).get("a").asLong() + 1;
        JsonNode second =
                TestRest.json(market.emulator(), USDM, "/fapi/v1/aggTrades?symbol=BTCUSDT&limit=1000&fromId=" + next);
        assertThat(second.get(0).get("a").asLong()).isEqualTo(next);
        long time = second.get(20).get("T").asLong();
        JsonNode timed = TestRest.json(
                market.emulator(), USDM, "/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=" + time + "&endTime=" + time);
        assertThat(timed.valueStream().map(row -> row.get("T").asLong()).distinct())
                .containsExactly(time);
    }

    @Test
    void candles_from_before_the_start_join_those_of_the_run() {
        market.pass(Duration.ofMinutes(3));
        JsonNode rows = TestRest.json(
                market.emulator(), "binance-spot", "/api/v3/klines?symbol=ETHUSDT&interval=1m&limit=1000");
        assertThat(rows.size()).isEqualTo(1000);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).get(0).asLong())
                    .isEqualTo(rows.get(i - 1).get(6).asLong() + 1);
        }
        long from = rows.get(100).get(0).asLong();
        JsonNode page = TestRest.json(
                market.emulator(),
                "binance-spot",
                "/api/v3/klines?symbol=ETHUSDT&interval=1m&limit=50&startTime=" + from);
        assertThat(page.valueStream().toList())
                .isEqualTo(rows.valueStream().skip(100).limit(50).toList());
    }

    /** A deletion has as many decimals as any other size. */
    @ParameterizedTest
    @CsvSource({"binance-spot,/ws/btcusdt@depth@100ms,0.00000000", "binance-usdm,/public/ws/btcusdt@depth@100ms,0.000"})
    void deletions_have_the_digits_of_the_lot(String prefix, String path, String deletion) {
        try (TestSocket socket = market.open(prefix, path)) {
            market.pass(Duration.ofSeconds(10));
            assertThat(socket.await(1, text -> text.contains("\"" + deletion + "\"]")))
                    .isNotEmpty();
            assertThat(socket.texts()).noneMatch(text -> text.contains("\"0\"]"));
        }
    }

    @Test
    void nothing_is_compressed_even_for_a_client_that_could() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", market.emulator().port())) {
            socket.getOutputStream().write(("""
                    GET /binance-spot/ws HTTP/1.1\r
                    Host: localhost\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Extensions: permessage-deflate\r
                    \r
                    """).getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[1024];
            int length = socket.getInputStream().read(answer);
            String head = new String(answer, 0, length, StandardCharsets.US_ASCII).toLowerCase();
            assertThat(head).startsWith("http/1.1 101").doesNotContain("sec-websocket-extensions");
        }
        assertThat(TestRest.get(market.emulator(), "binance-spot", "/api/v3/time")
                        .headers()
                        .firstValue("content-encoding"))
                .isEmpty();
    }
}
