package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GmxCallsTest {
    private static final long NOW = 1_795_168_800_000_000L;

    private final GmxRest rest = new GmxRest(GmxAdapterTest.settings());
    private final List<Instrument> btc = List.of(GmxPayloads.instruments().find(GmxPayloads.BTC));

    private RestCall poll(Kind kind) {
        return rest.polls(btc, Set.of(kind)).getFirst().call().apply(NOW);
    }

    @Test
    void tokensAreListedBeforeTheMarketsThatNeedTheirDecimals() {
        assertThat(rest.instruments())
                .extracting(RestCall::uri)
                .containsExactly(
                        URI.create(GmxPayloads.KEEPER + "/tokens"), URI.create(GmxPayloads.KEEPER + "/markets"));
    }

    @Test
    void eachReadingOfTradesGoesBackBeyondTheOneBefore() {
        RestCall trades = poll(Kind.TRADE);
        assertThat(trades.uri()).hasToString(GmxPayloads.API + "/v1/trades/search#from=1795168680&to=1795255200");
        assertThat(trades.body())
                .startsWith("{\"forAllAccounts\":true,\"fromTimestamp\":1795168680,\"toTimestamp\":1795255200,")
                .contains(
                        "{\"orderType\":7,\"eventName\":\"OrderExecuted\",\"isDepositOrWithdraw\":false,\"isTwap\":true}")
                .endsWith("\"limit\":300}");
    }

    @Test
    void tradesAndLiquidationsAreOneReading() {
        assertThat(rest.polls(btc, Set.of(Kind.TRADE, Kind.LIQUIDATION)))
                .singleElement()
                .extracting(Poll::kinds)
                .isEqualTo(Set.of(Kind.TRADE, Kind.LIQUIDATION));
    }

    @Test
    void mirrorsAreOnlyEverOfTheSameApi() {
        assertThat(rest.mirrors(poll(Kind.TRADE).uri()))
                .containsExactly(
                        URI.create("https://arbitrum.gmxapi.ai/v1/trades/search#from=1795168680&to=1795255200"));
        assertThat(rest.mirrors(URI.create(GmxPayloads.KEEPER + "/tokens")))
                .containsExactly(URI.create("https://arbitrum-api-fallback.gmxinfra.io/tokens"));
        assertThat(rest.mirrors(poll(Kind.FUNDING_RATE).uri())).hasSize(1);
        assertThat(rest.mirrors(URI.create(GmxPayloads.INDEX))).isEmpty();
    }

    @Test
    void aGapOfTradesIsReadOfTheWholeVenue() {
        assertThat(rest.repair(
                        Kind.TRADE,
                        GmxMarkets.all(),
                        new Hole(-1, -1, NOW - 5_000_000, NOW),
                        GmxPayloads.instruments()))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.uri().getFragment()).isEqualTo("from=1795168795&to=1795168801");
                    assertThat(call.origin()).isEqualTo(Origin.REPAIR);
                });
    }

    @Test
    void candlesOfAStretchAreCutFromTheNewestTheVenueGives() {
        assertThat(rest.history(Kind.CANDLE, btc.getFirst().id(), NOW - 600_000_000, NOW, GmxPayloads.instruments()))
                .singleElement()
                .satisfies(call -> assertThat(call.uri())
                        .hasToString(GmxPayloads.KEEPER
                                + "/prices/candles?tokenSymbol=BTC&period=1m&limit=10000#market=" + GmxPayloads.BTC
                                + "&from=1795168140&to=1795168800"));
    }

    @Test
    void fundingHistoryIsAskedByTheAddressWithItsChecksum() {
        assertThat(rest.history(
                        Kind.FUNDING_RATE, btc.getFirst().id(), NOW - 3_600_000_000L, NOW, GmxPayloads.instruments()))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains("marketAddress_eq: \\\"" + GmxPayloads.BTC, "snapshotTimestamp_gt: 1795165199"));
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        assertThatThrownBy(() -> GmxSettings.on(List.of(), List.of("https://x"), "https://y"))
                .hasMessageStartingWith("tapeline.gmx.keepers: expected one host at least");
    }
}
