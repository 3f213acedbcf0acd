package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the venue is asked, and how listings go on. */
class BybitCallsTest {
    private static final long MINUTE = 60_000_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long T = 1_795_168_800_000_000L;

    private final BybitLinearVenue venue = new BybitLinearVenue(BybitSettings.defaults());
    private final VenueRest rest = venue.rest();
    private final Instrument perpetual = BybitInstruments.perpetual();
    private final Instrument future = BybitInstruments.future();

    private static List<String> queries(List<RestCall> calls) {
        return calls.stream()
                .map(call -> call.uri().getPath().replace("/v5/market/", "") + "?"
                        + call.uri().getRawQuery().replace("category=linear&symbol=", ""))
                .toList();
    }

    @Test
    void aHoleInTradesIsFilledFromTheNewest() {
        List<RestCall> calls = rest.repair(Kind.TRADE, perpetual.id(), new Hole(-1, -1, T, T + MINUTE));
        assertThat(queries(calls)).containsExactly("recent-trade?BTCUSDT&limit=1000");
        assertThat(calls).allMatch(call -> call.origin() == Origin.REPAIR);
        assertThat(rest.repairsNewestOnly(Kind.TRADE)).isTrue();
        assertThat(rest.repairsNewestOnly(Kind.CANDLE)).isFalse();
    }

    @Test
    void whatCannotBeHadAgainIsNotAskedFor() {
        for (Kind kind : Set.of(Kind.BOOK, Kind.QUOTE, Kind.LIQUIDATION, Kind.MARK_PRICE)) {
            assertThat(rest.repair(kind, perpetual.id(), new Hole(-1, -1, T, T + MINUTE)))
                    .isEmpty();
        }
    }

    @Test
    void candlesAreFetchedFromTheOneThatWasRunning() {
        assertThat(queries(rest.repair(Kind.CANDLE, perpetual.id(), new Hole(-1, -1, T + 1_000_000, T + 2 * MINUTE))))
                .containsExactly("kline?BTCUSDT&interval=1&start=1795168741000&end=1795168919999&limit=1000");
    }

    @Test
    void aDayOfCandlesIsTwoPagesOfEachPrice() {
        List<String> queries = queries(rest.history(Kind.CANDLE, perpetual.id(), T, T + 24 * HOUR));
        assertThat(queries)
                .extracting(query -> query.substring(0, query.indexOf('?')))
                .containsExactly(
                        "kline",
                        "kline",
                        "mark-price-kline",
                        "mark-price-kline",
                        "index-price-kline",
                        "index-price-kline",
                        "premium-index-price-kline",
                        "premium-index-price-kline");
        assertThat(queries(rest.history(Kind.CANDLE, future.id(), T, T + HOUR)))
                .noneMatch(query -> query.startsWith("premium"));
    }

    @Test
    void settledFundingIsAskedWithBothEnds() {
        assertThat(queries(rest.history(Kind.FUNDING_RATE, perpetual.id(), T, T + HOUR)))
                .containsExactly("funding/history?BTCUSDT&startTime=1795168800000&endTime=1795172399999&limit=200");
        assertThat(rest.history(Kind.FUNDING_RATE, future.id(), T, T + HOUR)).isEmpty();
    }

    @Test
    void pastOpenInterestComesEveryFiveMinutes() {
        assertThat(queries(rest.history(Kind.OPEN_INTEREST, perpetual.id(), T, T + 24 * HOUR)))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "open-interest?BTCUSDT&intervalTime=5min&startTime=1795168800000&endTime=1795228799999&limit=200");
    }

    @Test
    void datedFuturesHaveNoFundingAndPerpetualsNoDelivery() {
        assertThat(rest.polls(List.of(perpetual), venue.kinds()))
                .extracting(VenueRest.Poll::name)
                .containsExactly("settled_funding:BTCUSDT", "account_ratio:BTCUSDT");
        assertThat(rest.polls(List.of(future), venue.kinds()))
                .extracting(VenueRest.Poll::name)
                .containsExactly("delivery_prices");
        assertThat(venue.subscriptions().streams(List.of(future), Set.of(Kind.FUNDING_RATE)))
                .isEmpty();
    }

    @Test
    void aListingGoesOnWithTheCursorAsItCame() {
        List<Decoded> page = BybitReading.decoded(
                BybitPayloads.listing("[" + BybitPayloads.PERPETUAL + "]", "first%3DA%26last%3DB"));
        Decoded.Continued more = (Decoded.Continued) page.getLast();
        assertThat(more.next().uri())
                .hasToString(
                        "https://api.bybit.com/v5/market/instruments-info?category=linear&limit=1000&cursor=first%3DA%26last%3DB");
        assertThat(BybitCalls.nextPage(more.next().uri().toString(), "a=1&b=2").uri())
                .hasToString(
                        "https://api.bybit.com/v5/market/instruments-info?category=linear&limit=1000&cursor=a%3D1%26b%3D2");
        assertThat(BybitReading.decoded(BybitPayloads.listing("[" + BybitPayloads.PERPETUAL + "]", "")))
                .noneMatch(Decoded.Continued.class::isInstance);
    }

    @Test
    void contractsAreListedAsTheyAre() {
        assertThat(perpetual.unifiedSymbol()).isEqualTo("BTC/USDT:USDT");
        assertThat(perpetual.contractType()).isEqualTo(ContractType.LINEAR);
        assertThat(perpetual.contractSize()).isNull();
        assertThat(perpetual.tickSize()).isEqualTo("0.10");
        assertThat(perpetual.lotSize()).isEqualTo("0.001");
        assertThat(perpetual.expiry()).isNull();
        assertThat(perpetual.listedAt()).isEqualTo(1_585_526_400_000_000L);
        assertThat(future.id().market()).isEqualTo(Market.FUTURE);
        assertThat(future.unifiedSymbol()).isEqualTo("BTC/USDT:USDT-260206");
        assertThat(future.expiry()).isEqualTo(1_770_364_800_000_000L);
        assertThat(future.live()).isTrue();
    }

    @Test
    void aKnownContractThatWasClosedEndedAtItsDelivery() {
        List<Decoded> closed =
                BybitInstruments.decoded(BybitPayloads.FUTURE.replace("\"Trading\"", "\"Closed\""), symbol -> future);
        assertThat(((Decoded.Listed) closed.getFirst()).instrument().endedAt()).isEqualTo(future.expiry());
    }

    @Test
    void theOtherHostIsAskedTheSame() {
        URI asked = rest.time().orElseThrow().uri();
        assertThat(rest.mirrors(asked))
                .containsExactly(URI.create("https://api.bytick.com/v5/market/time?category=linear"));
        VenueRest alone = new BybitLinearVenue(BybitSettings.of("http://127.0.0.1:1/x", "", "ws://127.0.0.1:1")).rest();
        assertThat(alone.mirrors(alone.time().orElseThrow().uri())).isEmpty();
    }

    @Test
    void theClockIsReadInNanoseconds() {
        byte[] body = "{\"retCode\":0,\"result\":{\"timeSecond\":\"1688639403\",\"timeNano\":\"1688639403423213947\"}}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(rest.serverTime(body)).isEqualTo(1_688_639_403_423_213L);
    }

    @Test
    void topicsAreNamedAfterTheSettings() {
        BybitSettings settings = new BybitSettings(
                "https://h",
                "",
                "wss://h/",
                200,
                List.of("1m", "1h", "1d"),
                Duration.ofMinutes(1),
                "1h",
                Duration.ofMinutes(5),
                Duration.ofHours(1));
        BybitLinearVenue other = new BybitLinearVenue(settings);
        assertThat(other.subscriptions().streams(List.of(perpetual), Set.of(Kind.BOOK, Kind.CANDLE)))
                .extracting(VenueStream::name)
                .containsExactly("orderbook.200.BTCUSDT", "kline.1.BTCUSDT", "kline.60.BTCUSDT", "kline.D.BTCUSDT");
        assertThat(other.subscriptions().endpoint("linear")).isEqualTo(URI.create("wss://h/v5/public/linear"));
    }
}
