package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked for, and how. */
class OkxCallsTest {
    private static final long HOUR = Duration.ofHours(1).toNanos() / 1_000;

    private final VenueRest rest = OkxTape.VENUE.rest();

    private static List<String> queries(List<RestCall> calls) {
        return calls.stream().map(call -> call.uri().getQuery()).toList();
    }

    @Test
    void missingTradesAreAskedForByTheIdAboveThePageWithTheLowestOfThem() {
        List<RestCall> calls = rest.repair(Kind.TRADE, OkxInstruments.SPOT.id(), new Hole(1_000, 1_249, 0, HOUR));
        assertThat(queries(calls)).containsExactly("instId=BTC-USDT&type=1&after=1100&limit=100");
        assertThat(calls.getFirst().origin()).isEqualTo(Origin.REPAIR);
        assertThat(queries(rest.repair(Kind.TRADE, OkxInstruments.SPOT.id(), new Hole(7, 7, 0, HOUR))))
                .containsExactly("instId=BTC-USDT&type=1&after=8&limit=1");
    }

    @Test
    void candlesAreAskedForByTheEndOfEachPageFromTheOneThatWasOpen() {
        List<RestCall> calls = rest.history(Kind.CANDLE, OkxInstruments.LINEAR.id(), 100 * HOUR, 110 * HOUR);
        // 601 minutes, the open one included, in pages of 300
        assertThat(queries(calls))
                .containsExactly(
                        "instId=BTC-USDT-SWAP&bar=1m&after=377940001&limit=300",
                        "instId=BTC-USDT-SWAP&bar=1m&after=395940001&limit=300",
                        "instId=BTC-USDT-SWAP&bar=1m&after=396000000&limit=1");
        assertThat(calls).extracting(call -> call.uri().getPath()).containsOnly("/api/v5/market/history-candles");
    }

    @Test
    void recentCandlesAreRepairedWhereTheyAreRecent() {
        List<RestCall> calls =
                rest.repair(Kind.CANDLE, OkxInstruments.LINEAR.id(), new Hole(-1, -1, 100 * HOUR, 101 * HOUR));
        assertThat(calls).extracting(call -> call.uri().getPath()).containsExactly("/api/v5/market/candles");
        List<RestCall> old =
                rest.repair(Kind.CANDLE, OkxInstruments.LINEAR.id(), new Hole(-1, -1, 100 * HOUR, 148 * HOUR));
        assertThat(old).extracting(call -> call.uri().getPath()).containsOnly("/api/v5/market/history-candles");
    }

    @Test
    void fundingOfAWeekIsOneCallHoweverOftenItIsPaid() {
        assertThat(queries(rest.history(Kind.FUNDING_RATE, OkxInstruments.LINEAR.id(), 0, 168 * HOUR)))
                .containsExactly("instId=BTC-USDT-SWAP&after=604800000&limit=168");
        assertThat(rest.history(Kind.FUNDING_RATE, OkxInstruments.DATED.id(), 0, HOUR))
                .isEmpty();
        assertThat(rest.history(Kind.FUNDING_RATE, OkxInstruments.SPOT.id(), 0, HOUR))
                .isEmpty();
    }

    @Test
    void openInterestOfTheDayComesInPagesOfAHundred() {
        assertThat(queries(rest.history(Kind.OPEN_INTEREST, OkxInstruments.LINEAR.id(), 24 * HOUR, 34 * HOUR)))
                .containsExactly(
                        "instId=BTC-USDT-SWAP&period=5m&begin=86399999&end=116400000&limit=100",
                        "instId=BTC-USDT-SWAP&period=5m&begin=116399999&end=122400000&limit=100");
    }

    @Test
    void theFourRatiosOfASwapArePolledEachOnItsOwnBudget() {
        List<Poll> polls = rest.polls(OkxInstruments.some(), Set.of(Kind.LONG_SHORT_RATIO));
        assertThat(polls).hasSize(4 * 32).allMatch(poll -> OkxNames.isSwap(poll.instrument()));
        assertThat(polls.stream().map(poll -> poll.call().apply(0).budget()).distinct())
                .hasSize(4);
        assertThat(rest.budgets().stream().filter(budget -> budget.limit() == 5))
                .hasSize(4);
    }

    @Test
    void anotherHostAnswersTheSameCall() {
        OkxSettings settings = new OkxSettings(
                "https://openapi.okx.com/",
                List.of("https://www.okx.com"),
                "wss://ws.okx.com:8443",
                List.of("1m"),
                Duration.ofMinutes(1),
                "5m",
                Duration.ofMinutes(5));
        assertThat(new OkxVenue(settings)
                        .rest()
                        .mirrors(URI.create("https://openapi.okx.com/api/v5/public/instruments?instType=SPOT")))
                .containsExactly(URI.create("https://www.okx.com/api/v5/public/instruments?instType=SPOT"));
    }

    @Test
    void theClockIsReadInMilliseconds() {
        assertThat(rest.serverTime("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"1597026383085\"}]}"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1_597_026_383_085_000L);
    }

    @Test
    void oneStreamBringsTheLiquidationsOfAllInstrumentsOfAType() {
        assertThat(OkxTape.VENUE.subscriptions().streams(OkxInstruments.some(), Set.of(Kind.LIQUIDATION)))
                .extracting(stream -> stream.name() + " " + stream.instrument())
                .containsExactly("liquidation-orders:SWAP okx:perpetual:_", "liquidation-orders:FUTURES okx:future:_");
    }

    @Test
    void booksHaveConnectionsOfTheirOwnOnThePublicSocket() {
        assertThat(OkxTape.VENUE.subscriptions().endpoint("books"))
                .isEqualTo(OkxTape.VENUE.subscriptions().endpoint("public"))
                .isEqualTo(URI.create("wss://ws.okx.com:8443/ws/v5/public"));
        assertThat(OkxTape.VENUE.subscriptions().endpoint("business"))
                .isEqualTo(URI.create("wss://ws.okx.com:8443/ws/v5/business"));
        assertThat(OkxTape.VENUE.limits().streamsPerConnection()).isLessThan(30);
    }
}
