package io.tapeline.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the venue is asked. */
class CoinbaseCallsTest {
    private static final long SECOND = 1_000_000;
    private static final long T = 1_795_168_800_000_000L;

    private final VenueRest rest = CoinbaseReading.VENUE.rest();
    private final VenueSubscriptions subscriptions = CoinbaseReading.VENUE.subscriptions();
    private final Instrument bitcoin = CoinbaseReading.bitcoin();

    private static List<String> targets(List<RestCall> calls) {
        return calls.stream()
                .map(call -> call.uri().toString().replace("https://api.exchange.coinbase.com", ""))
                .toList();
    }

    @Test
    void missingTradesAreAskedForByTheIdAboveThem() {
        assertThat(targets(rest.repair(Kind.TRADE, bitcoin.id(), new Hole(5, 9, T, T))))
                .containsExactly("/products/BTC-USD/trades?after=10&limit=5");
        assertThat(targets(rest.repair(Kind.TRADE, bitcoin.id(), new Hole(5, 5_000, T, T))))
                .as("the lowest first, a page at a time")
                .containsExactly("/products/BTC-USD/trades?after=1005&limit=1000");
        assertThat(rest.repair(Kind.TRADE, bitcoin.id(), new Hole(-1, -1, T, T + SECOND)))
                .isEmpty();
    }

    @Test
    void candlesAreAskedForInPagesBelowTheVenuesLimit() {
        assertThat(targets(rest.history(Kind.CANDLE, bitcoin.id(), T, T + 400 * 60 * SECOND)))
                .containsExactly(
                        "/products/BTC-USD/candles?granularity=60&start=1795168740&end=1795186680",
                        "/products/BTC-USD/candles?granularity=60&start=1795186680&end=1795192800");
        assertThat(rest.history(Kind.TRADE, bitcoin.id(), T, T + SECOND)).isEmpty();
    }

    @Test
    void theLastCandlesAreReadEveryMinute() {
        List<VenueRest.Poll> polls = rest.polls(List.of(bitcoin, bitcoin.ended(T)), Set.of(Kind.CANDLE));
        assertThat(polls).singleElement().satisfies(poll -> {
            assertThat(poll.interval()).isEqualTo(Duration.ofMinutes(1));
            assertThat(targets(List.of(poll.call().apply(T))))
                    .containsExactly("/products/BTC-USD/candles?granularity=60&start=1795168500&end=1795168800");
        });
        assertThat(rest.polls(List.of(bitcoin), Set.of(Kind.TRADE))).isEmpty();
    }

    @Test
    void requestsStayBelowWhatTheVenueAllowsAnAddress() {
        assertThat(rest.budgets())
                .containsExactly(new RestBudget("coinbase-exchange", 10, Duration.ofSeconds(1), null));
    }

    @Test
    void aMessageNamesOneChannelAndTheHeartbeatsOfItsProducts() {
        List<VenueStream> streams = subscriptions.streams(List.of(bitcoin), Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE));
        assertThat(subscriptions.subscribe(streams, new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .containsExactly(
                        "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"matches\",\"heartbeat\"]}",
                        "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"level2_batch\",\"heartbeat\"]}",
                        "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"ticker\",\"heartbeat\"]}");
        assertThat(subscriptions.unsubscribe(streams.subList(0, 1), new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .as("heartbeats tell of the other streams too")
                .containsExactly("{\"type\":\"unsubscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"matches\"]}");
    }

    @Test
    void aProductIsListedAsItIs() {
        assertThat(bitcoin.id().market()).isEqualTo(Market.SPOT);
        assertThat(bitcoin.unifiedSymbol()).isEqualTo("BTC/USD");
        assertThat(bitcoin.tickSize()).isEqualTo("0.01");
        assertThat(bitcoin.lotSize()).isEqualTo("0.00000001");
        assertThat(bitcoin.settle()).isNull();
        assertThat(bitcoin.contractSize()).isNull();
        assertThat(bitcoin.makerFeeBps()).isEqualTo("40");
        assertThat(bitcoin.takerFeeBps()).isEqualTo("60");
        assertThat(bitcoin.live()).isTrue();
    }

    @Test
    void theClockIsReadToTheMillisecond() {
        byte[] body =
                "{\"iso\":\"2026-11-20T10:00:00.123Z\",\"epoch\":1795168800.123}".getBytes(StandardCharsets.UTF_8);
        assertThat(rest.serverTime(body)).isEqualTo(1_795_168_800_123_000L);
    }
}
