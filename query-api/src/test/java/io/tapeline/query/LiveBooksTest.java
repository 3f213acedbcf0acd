package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.tapeline.bus.BusTopology;
import io.tapeline.bus.EmbeddedBroker;
import io.tapeline.bus.LiveSubscription;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.query.live.LiveBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

class LiveBooksTest {
    private static final InstrumentId BTC = new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT");
    private static EmbeddedBroker broker;
    private static RunningApi api;

    @BeforeAll
    static void startWhileTheBrokerIsAbsent() {
        broker = EmbeddedBroker.stopped();
        api = RunningApi.start(Map.of("tapeline.query.live-books", true, "spring.rabbitmq.port", broker.port()));
        new StoredRows(api.database())
                .instrument("binance", "perpetual", "BTCUSDT", "BTC", "BTC/USDT:USDT", "NULL")
                .instrument("binance", "perpetual", "ETHUSDT", "ETH", "ETH/USDT:USDT", "NULL");
    }

    @AfterAll
    static void stop() {
        api.close();
        broker.close();
    }

    @BeforeEach
    void storedBooks() {
        api.database().execute("DELETE FROM store.orderbook");
        StoredRows rows = new StoredRows(api.database());
        for (String symbol : List.of("BTCUSDT", "ETHUSDT")) {
            rows.event(
                    "orderbook",
                    "binance",
                    "perpetual",
                    symbol,
                    Instant.now().minusSeconds(60),
                    "snapshot, bids, asks, size_unit, verified",
                    "true, '[[1.0,1]]', '[]', 'base', 'none'");
        }
    }

    private static Orderbook book(InstrumentId instrument, String price, long timestamp) {
        return new Orderbook(
                Header.venue(instrument, timestamp, timestamp),
                true,
                levels(price),
                levels(price),
                SizeUnit.BASE,
                null,
                9_007_199_254_740_993L,
                null,
                Verified.SEQUENCE);
    }

    private static Levels levels(String price) {
        return Levels.of(price, "0.500");
    }

    private static long now() {
        return IsoMicros.of(Instant.now());
    }

    private static String live(String query) {
        return new String(api.client()
                .get()
                .uri("/api/v1/exchange/orderbooks?live=true" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @Test
    void theBookInMemoryBeatsTheStoredOneAndOthersComeFromTheDatabase() {
        api.bean(LiveBooks.class).accept(book(BTC, "50000.10", now()));
        for (String query : List.of("", "&symbol=BTCUSDT", "&symbol=BTC", "&symbol=BTC/USDT:USDT&exchange=binance")) {
            assertThat(live(query)).as(query).contains("\"bids\":[[50000.10,0.500]]", "\"sequence\":9007199254740993,");
        }
        String all = live("");
        assertThat(JsonPath.<List<String>>read(all, "$.data.orderbooks[*].symbol"))
                .containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(live("&symbol=ETH")).contains("[[1.0, 1]]");
        assertThat(live("&numbers=string")).contains("[[\"50000.10\",\"0.500\"]]");
        assertThat(live("&market=spot")).contains("\"count\":0");
    }

    @Test
    void aBookThatStoppedMovingIsNotPreferred() {
        InstrumentId silent = new InstrumentId("binance", Market.PERPETUAL, "ETHUSDT");
        api.bean(LiveBooks.class)
                .accept(book(silent, "77.7", IsoMicros.of(Instant.now().minusSeconds(120))));
        assertThat(live("&symbol=ETHUSDT")).doesNotContain("77.7").contains("[[1.0, 1]]");
    }

    @Test
    void booksArriveFromTheBusOnceTheBrokerIsThere() {
        broker.start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.bean(LiveSubscription.class).connected());
        CachingConnectionFactory connections = new CachingConnectionFactory("127.0.0.1", broker.port());
        RabbitTemplate template = new RabbitTemplate(connections);
        InstrumentId sol = new InstrumentId("okx", Market.SPOT, "SOL-USDT");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            template.send(
                    BusTopology.EXCHANGE,
                    "orderbook.okx.spot.SOL-USDT",
                    MessageBuilder.withBody(EventCodec.writeAll(List.of(book(sol, "150.25", now()))))
                            .build());
            return live("&exchange=okx").contains("150.25");
        });
        connections.destroy();
    }
}
