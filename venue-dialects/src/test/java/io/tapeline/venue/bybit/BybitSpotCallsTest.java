package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the venue is asked about pairs. */
class BybitSpotCallsTest {
    private static final String ROOT = "https://api.bybit.com/v5/market/";
    private static final long MINUTE = 60_000_000;
    private static final long T = 1_795_168_800_000_000L;

    private final BybitSpotVenue venue = new BybitSpotVenue(BybitSpotSettings.defaults());
    private final VenueRest rest = venue.rest();
    private final InstrumentId pair = BybitPairs.bitcoin().id();

    private static List<String> asked(List<RestCall> calls) {
        return calls.stream().map(call -> call.uri().toString()).toList();
    }

    @Test
    void allPairsAreListedInOneAnswer() {
        assertThat(asked(rest.instruments())).containsExactly(ROOT + "instruments-info?category=spot");
    }

    @Test
    void aHoleInTradesIsFilledFromTheNewestSixty() {
        List<RestCall> calls = rest.repair(Kind.TRADE, pair, new Hole(-1, -1, T, T + MINUTE));
        assertThat(asked(calls)).containsExactly(ROOT + "recent-trade?category=spot&symbol=BTCUSDT&limit=60");
        assertThat(calls).allMatch(call -> call.origin() == Origin.REPAIR);
        assertThat(rest.repairsNewestOnly(Kind.TRADE)).isTrue();
    }

    @Test
    void candlesAreFetchedAndNothingElseOfThePast() {
        assertThat(asked(rest.history(Kind.CANDLE, pair, T, T + MINUTE)))
                .containsExactly(
                        ROOT
                                + "kline?category=spot&symbol=BTCUSDT&interval=1&start=1795168740000&end=1795168859999&limit=1000");
        for (Kind kind : Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.FUNDING_RATE, Kind.OPEN_INTEREST)) {
            assertThat(rest.history(kind, pair, T, T + MINUTE)).isEmpty();
        }
        assertThat(rest.polls(List.of(BybitPairs.bitcoin()), venue.kinds())).isEmpty();
    }

    @Test
    void bothFeedsTogetherStayWithinWhatTheVenueAllowsAnAddress() {
        VenueRest linear = new BybitLinearVenue(BybitSettings.defaults()).rest();
        assertThat(linear.budgets().getFirst().limit()
                        + rest.budgets().getFirst().limit())
                .isLessThanOrEqualTo(600);
        assertThat(rest.budgets()).extracting(RestBudget::name).containsExactly("bybit");
    }

    @Test
    void theMirrorIsAskedTheSame() {
        assertThat(rest.mirrors(rest.instruments().getFirst().uri()))
                .singleElement()
                .hasToString("https://api.bytick.com/v5/market/instruments-info?category=spot");
    }

    @Test
    void topicsAreThoseOfTheSpotConnection() {
        VenueSubscriptions subscriptions = venue.subscriptions();
        List<VenueStream> streams = subscriptions.streams(List.of(BybitPairs.bitcoin()), venue.kinds());
        assertThat(streams)
                .extracting(VenueStream::name)
                .containsExactly(
                        "publicTrade.BTCUSDT", "orderbook.200.BTCUSDT", "orderbook.1.BTCUSDT", "kline.1.BTCUSDT");
        assertThat(subscriptions.endpoint(streams.getFirst().route()))
                .hasToString("wss://stream.bybit.com/v5/public/spot");
        assertThat(subscriptions.streams(List.of(BybitPairs.bitcoin().ended(T)), venue.kinds()))
                .isEmpty();
    }
}
