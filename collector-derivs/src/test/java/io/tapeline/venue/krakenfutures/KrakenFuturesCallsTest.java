package io.tapeline.venue.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions.Heartbeat;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is asked of Kraken Futures, and where. */
class KrakenFuturesCallsTest {
    private static final Instrument LINEAR = KrakenFuturesInstruments.of("PF_ETHUSD");
    private static final Instrument INVERSE = KrakenFuturesInstruments.of("PI_XBTUSD");
    private static final Instrument DATED = KrakenFuturesInstruments.of("FI_XBTUSD_270326");
    private static final long DAY = 86_400_000_000L;

    private final Venue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());

    private static KrakenFuturesSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tapeline.kraken-futures", KrakenFuturesSettings.class);
    }

    @Test
    void aMessageAsksForOneFeedOfManyProducts() {
        List<VenueStream> streams = venue.subscriptions().streams(List.of(LINEAR, INVERSE), venue.kinds());
        long[] id = {0};
        assertThat(venue.subscriptions().subscribe(streams, () -> ++id[0]))
                .extracting(request -> request.text())
                .containsExactly(
                        "{\"event\":\"subscribe\",\"feed\":\"trade\",\"product_ids\":[\"PF_ETHUSD\",\"PI_XBTUSD\"]}",
                        "{\"event\":\"subscribe\",\"feed\":\"book\",\"product_ids\":[\"PF_ETHUSD\",\"PI_XBTUSD\"]}",
                        "{\"event\":\"subscribe\",\"feed\":\"ticker\",\"product_ids\":[\"PF_ETHUSD\",\"PI_XBTUSD\"]}");
        assertThat(streams).extracting(VenueStream::name).startsWith("trade:PF_ETHUSD", "trade:PI_XBTUSD");
        assertThat(streams.getFirst().kinds()).isEqualTo(Set.of(Kind.TRADE, Kind.LIQUIDATION));
    }

    @Test
    void aPingOfTheProtocolKeepsTheConnection() {
        assertThat(venue.subscriptions().heartbeat()).contains(new Heartbeat("", Duration.ofSeconds(25)));
    }

    @Test
    void missingTradesComeWithTheStreamItself() {
        assertThat(venue.subscriptions().replays(Kind.TRADE)).isTrue();
        assertThat(venue.subscriptions().replays(Kind.BOOK)).isFalse();
        assertThat(venue.rest().repair(Kind.TRADE, LINEAR.id(), new Hole(5, 9, 0, DAY)))
                .isEmpty();
    }

    @Test
    void candlesAreAskedForInPagesBySeconds() {
        assertThat(venue.rest().history(Kind.CANDLE, LINEAR.id(), 0, 2 * DAY))
                .extracting(call -> call.uri().toString())
                .containsExactly(
                        "https://futures.kraken.com/api/charts/v1/trade/PF_ETHUSD/1m?from=0&to=120000",
                        "https://futures.kraken.com/api/charts/v1/trade/PF_ETHUSD/1m?from=120000&to=172800");
    }

    @Test
    void fundingIsAWholeHistoryOfWhichTheNewestIsWanted() {
        assertThat(venue.rest().history(Kind.FUNDING_RATE, LINEAR.id(), DAY, 2 * DAY))
                .singleElement()
                .matches(call -> call.origin() == Origin.BACKFILL)
                .extracting(call -> call.uri().toString())
                .isEqualTo("https://futures.kraken.com/derivatives/api/v3/historical-funding-rates"
                        + "?symbol=PF_ETHUSD#since=86400000");
        assertThat(venue.rest().history(Kind.FUNDING_RATE, DATED.id(), 0, DAY)).isEmpty();
    }

    @Test
    void pollsAskForWhatIsNew() {
        assertThat(venue.rest().polls(List.of(LINEAR), venue.kinds()))
                .extracting(poll -> poll.interval().toSeconds() + " "
                        + poll.call().apply(1_783_587_648_000_000L).uri())
                .containsExactlyInAnyOrder(
                        "60 https://futures.kraken.com/api/charts/v1/trade/PF_ETHUSD/1m"
                                + "?from=1783587468&to=1783587648",
                        "3600 https://futures.kraken.com/derivatives/api/v3/historical-funding-rates"
                                + "?symbol=PF_ETHUSD#since=1783544448000");
        assertThat(venue.rest().polls(List.of(DATED), venue.kinds())).hasSize(1);
    }

    @Test
    void theClockIsRead() {
        assertThat(venue.rest().serverTime("{\"serverTime\":\"2024-05-03T13:15:34.1Z\"}".getBytes()))
                .isEqualTo(1_714_742_134_100_000L);
    }

    @Test
    void theDefaultsAreThoseOfTheLiveVenue() {
        assertThat(bound(Map.of())).isEqualTo(KrakenFuturesSettings.defaults());
    }

    @Test
    void everySettingHasItsProperty() {
        Venue other = new KrakenFuturesVenue(bound(Map.of(
                "tapeline.kraken-futures.rest", "http://127.0.0.1:1/kraken-futures/",
                "tapeline.kraken-futures.ws", "ws://127.0.0.1:2/kraken-futures/ws/v1",
                "tapeline.kraken-futures.candle-intervals", "5m",
                "tapeline.kraken-futures.candles-every", "2m",
                "tapeline.kraken-futures.settled-funding-every", "3h")));
        assertThat(other.subscriptions().endpoint("v1")).isEqualTo(URI.create("ws://127.0.0.1:2/kraken-futures/ws/v1"));
        assertThat(other.rest().polls(List.of(LINEAR), venue.kinds()))
                .extracting(poll ->
                        poll.interval() + " " + poll.call().apply(DAY).uri().getPath())
                .containsExactlyInAnyOrder(
                        "PT2M /kraken-futures/api/charts/v1/trade/PF_ETHUSD/5m",
                        "PT3H /kraken-futures/derivatives/api/v3/historical-funding-rates");
        assertThatThrownBy(() -> bound(Map.of("tapeline.kraken-futures.candle-intervals", "7m")))
                .hasRootCauseMessage("tapeline.kraken-futures.candle-intervals: expected some of "
                        + "[12h, 15m, 1d, 1h, 1m, 1w, 30m, 4h, 5m], got [7m]");
    }

    @Test
    void theFeedIsABean() {
        new ApplicationContextRunner()
                .withUserConfiguration(KrakenFuturesVenues.class)
                .run(context -> assertThat(context.getBean(Venue.class).feed()).isEqualTo("kraken-futures"));
    }
}
