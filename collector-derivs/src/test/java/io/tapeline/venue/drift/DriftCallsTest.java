package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftCallsTest {
    private static final long TO = 1_795_168_800_000_000L;

    private final DriftVenue venue = new DriftVenue(DriftPayloads.settings());
    private final InstrumentId sol = DriftMarkets.of("SOL-PERP");

    @Test
    void booksAreAskedOnOneSocketAndCandlesWithTheirFillsOnTheOther() {
        List<VenueStream> streams = venue.subscriptions().streams(DriftPayloads.instruments(), venue.kinds());
        assertThat(streams).extracting(VenueStream::name).containsExactly("orderbook:SOL-PERP", "candle:SOL-PERP:1");
        assertThat(streams.getFirst().kinds()).isEqualTo(Set.of(Kind.BOOK, Kind.QUOTE, Kind.MARK_PRICE));
        assertThat(streams.getLast().kinds()).isEqualTo(Set.of(Kind.CANDLE, Kind.TRADE, Kind.LIQUIDATION));
        assertThat(venue.subscriptions().subscribe(streams, () -> 1L))
                .extracting(r -> r.text())
                .containsExactly(
                        "{\"type\":\"subscribe\",\"marketType\":\"perp\",\"channel\":\"orderbook\",\"market\":\"SOL-PERP\",\"grouping\":1}",
                        "{\"type\":\"subscribe\",\"channelType\":\"candle\",\"symbol\":\"SOL-PERP\",\"resolution\":\"1\"}");
        assertThat(venue.subscriptions().endpoint("dlob")).hasToString("wss://dlob.velocity.exchange/ws");
        assertThat(venue.subscriptions().endpoint("data")).hasToString("wss://data.velocity.exchange/ws");
    }

    @Test
    void loansArePolledOfAssetsAndFundingOfPerpetuals() {
        assertThat(venue.rest().polls(DriftPayloads.instruments(), venue.kinds()))
                .extracting(Poll::name)
                .containsExactly("markets", "settled_funding:SOL-PERP", "loan:USDT");
    }

    @Test
    void missedFillsAreFollowedBackToTheBeginningOfTheGap() {
        assertThat(venue.rest().repair(Kind.TRADE, sol, new Hole(-1, -1, TO - 60_000_000, TO)))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.uri())
                            .hasToString(DriftPayloads.DATA + "/market/SOL-PERP/trades?limit=50#from=1795168740");
                    assertThat(call.origin()).isEqualTo(Origin.REPAIR);
                });
    }

    @Test
    void candlesAreAskedBackwardsFromTheNewestInPagesOfAThousand() {
        List<RestCall> calls = venue.rest().history(Kind.CANDLE, sol, TO - 90_000_000_000L, TO);
        assertThat(calls)
                .extracting(call -> call.uri().getRawQuery())
                .containsExactly("limit=501&startTs=1795108800", "limit=1000&startTs=1795168800");
    }

    @Test
    void aMirrorServesTheSame() {
        assertThat(venue.rest().mirrors(URI.create(DriftPayloads.DATA + "/stats/markets")))
                .containsExactly(URI.create("https://data.mirror.exchange/stats/markets"));
        assertThat(venue.rest().mirrors(URI.create(DriftPayloads.DLOB + "/l2"))).isEmpty();
    }
}
