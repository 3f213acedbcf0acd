package io.tapeline.venue.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the venue is asked. */
class CoinbaseCallsTest {
    private static final long SECOND = 1_000_000;
    private static final long T = 1_795_168_800_000_000L;

    private final VenueRest rest = CoinbaseInstruments.VENUE.rest();
    private final Instrument perpetual = CoinbaseInstruments.perpetual();
    private final Instrument future = CoinbaseInstruments.future();

    private static List<String> targets(List<RestCall> calls) {
        return calls.stream()
                .map(call -> call.uri().toString().replace("https://api.coinbase.com/api/v3/brokerage", ""))
                .toList();
    }

    @Test
    void aHoleInTradesIsFilledMinuteByMinute() {
        assertThat(targets(rest.repair(Kind.TRADE, perpetual.id(), new Hole(-1, -1, T + 500_000, T + 90 * SECOND))))
                .containsExactly(
                        "/market/products/BIP-20DEC30-CDE/ticker?start=1795168800&end=1795168861&limit=1000",
                        "/market/products/BIP-20DEC30-CDE/ticker?start=1795168860&end=1795168890&limit=1000");
    }

    @Test
    void onlyCandlesHaveAPast() {
        assertThat(targets(rest.history(Kind.CANDLE, perpetual.id(), T, T + 3_600 * SECOND)))
                .containsExactly(
                        "/market/products/BIP-20DEC30-CDE/candles?start=1795168740&end=1795172400&granularity=ONE_MINUTE");
        for (Kind kind : Set.of(Kind.TRADE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST, Kind.MARK_PRICE)) {
            assertThat(rest.history(kind, perpetual.id(), T, T + 3_600 * SECOND))
                    .isEmpty();
        }
    }

    @Test
    void statesOfAllProductsAreOneCall() {
        List<VenueRest.Poll> polls =
                rest.polls(List.of(perpetual, future), Set.of(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST));
        assertThat(polls).singleElement().satisfies(poll -> {
            assertThat(poll.kinds()).containsExactlyInAnyOrder(Kind.MARK_PRICE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST);
            assertThat(targets(List.of(poll.call().apply(T))))
                    .containsExactly("/market/products?product_type=FUTURE&product_ids=BIP-20DEC30-CDE"
                            + "&product_ids=BIT-24APR27-CDE");
        });
    }

    @Test
    void theLastCandlesAreReadEveryMinute() {
        List<VenueRest.Poll> polls = rest.polls(List.of(perpetual), Set.of(Kind.CANDLE));
        assertThat(targets(List.of(polls.getFirst().call().apply(T))))
                .containsExactly(
                        "/market/products/BIP-20DEC30-CDE/candles?start=1795168500&end=1795168800&granularity=ONE_MINUTE");
    }

    @Test
    void oneMessageNamesOneChannel() {
        List<VenueStream> streams = CoinbaseInstruments.VENUE
                .subscriptions()
                .streams(List.of(perpetual, future), Set.of(Kind.TRADE, Kind.BOOK));
        assertThat(CoinbaseInstruments.VENUE.subscriptions().subscribe(streams, new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .containsExactly(
                        "{\"type\":\"subscribe\",\"product_ids\":[\"BIP-20DEC30-CDE\",\"BIT-24APR27-CDE\"],\"channel\":\"market_trades\"}",
                        "{\"type\":\"subscribe\",\"product_ids\":[\"BIP-20DEC30-CDE\",\"BIT-24APR27-CDE\"],\"channel\":\"level2\"}");
    }

    @Test
    void heartbeatsAreAskedForBeforeAnythingElse() {
        assertThat(CoinbaseInstruments.VENUE.subscriptions().opening(new AtomicLong()::incrementAndGet))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.id()).isEqualTo("heartbeats");
                    assertThat(request.text()).isEqualTo("{\"type\":\"subscribe\",\"channel\":\"heartbeats\"}");
                });
    }

    @Test
    void contractsAreListedAsTheyAre() {
        assertThat(perpetual.id().market()).isEqualTo(Market.PERPETUAL);
        assertThat(perpetual.unifiedSymbol()).isEqualTo("BTC/USD:USD");
        assertThat(perpetual.contractSize()).isEqualTo("0.01");
        assertThat(perpetual.contractType()).isEqualTo(ContractType.LINEAR);
        assertThat(perpetual.tickSize()).isEqualTo("5");
        assertThat(perpetual.lotSize()).isEqualTo("1");
        assertThat(perpetual.expiry()).as("in form only").isNull();
        assertThat(perpetual.takerFeeBps()).as("an amount a contract").isNull();
        assertThat(future.id().market()).isEqualTo(Market.FUTURE);
        assertThat(future.unifiedSymbol()).isEqualTo("BTC/USD:USD-270424");
        assertThat(future.expiry()).isEqualTo(1_808_578_800_000_000L);
    }

    @Test
    void theClockIsReadInMilliseconds() {
        byte[] body =
                "{\"iso\":\"2026-11-20T10:00:00Z\",\"epochSeconds\":\"1795168800\",\"epochMillis\":\"1795168800123\"}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(rest.serverTime(body)).isEqualTo(1_795_168_800_123_000L);
    }
}
