package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is asked of HTX spot, and where. */
class HtxSpotCallsTest {
    private static final Instrument BITCOIN = HtxSpotPayloads.pair("btcusdt");
    private static final long HOUR = 3_600_000_000L;

    private final Venue venue = new HtxSpotVenue(HtxSpotSettings.defaults());

    private static HtxSpotSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tapeline.htx-spot", HtxSpotSettings.class);
    }

    private VenueStream stream(Kind kind) {
        return venue.subscriptions().streams(List.of(BITCOIN), Set.of(kind)).getFirst();
    }

    @Test
    void booksHaveASocketOfTheirOwn() {
        assertThat(venue.subscriptions().streams(List.of(BITCOIN), venue.kinds()).stream()
                        .collect(Collectors.toMap(VenueStream::name, VenueStream::route)))
                .isEqualTo(Map.of(
                        "market.btcusdt.trade.detail", "ws",
                        "market.btcusdt.mbp.150", "feed",
                        "market.btcusdt.bbo", "ws",
                        "market.btcusdt.kline.1min", "ws"));
        assertThat(venue.subscriptions().endpoints("feed"))
                .containsExactly(URI.create("wss://api.huobi.pro/feed"), URI.create("wss://api-aws.huobi.pro/feed"));
        assertThat(venue.subscriptions().encoding()).isEqualTo(FrameEncoding.GZIP);
    }

    @Test
    void aPairThatIsNotTradedHasNoStreams() {
        assertThat(venue.subscriptions().streams(List.of(HtxSpotPayloads.pair("trioeth")), venue.kinds()))
                .isEmpty();
    }

    @Test
    void aBookIsAskedForWithAsManyLevelsAsItsStreamHas() {
        assertThat(venue.subscriptions().subscribe(List.of(stream(Kind.BOOK)), () -> 5L))
                .extracting(SubscribeRequest::text)
                .containsExactly("{\"sub\":\"market.btcusdt.mbp.150\",\"id\":\"5\"}");
        assertThat(venue.subscriptions().book(stream(Kind.BOOK), () -> 6L))
                .contains(new SubscribeRequest(
                        "6", "{\"req\":\"market.btcusdt.mbp.150\",\"id\":\"6\"}", List.of(stream(Kind.BOOK))));
        assertThat(venue.subscriptions().book(stream(Kind.QUOTE), () -> 7L)).isEmpty();
    }

    @Test
    void missingTradesAreAmongTheNewestOrLost() {
        assertThat(venue.rest().repair(Kind.TRADE, BITCOIN.id(), new Hole(-1, -1, 0, HOUR)))
                .extracting(call -> call.uri().toString())
                .containsExactly("https://api.huobi.pro/market/history/trade?symbol=btcusdt&size=2000");
        assertThat(venue.rest().repairsNewestOnly(Kind.TRADE)).isTrue();
        assertThat(venue.rest().history(Kind.TRADE, BITCOIN.id(), 0, HOUR)).isEmpty();
    }

    @Test
    void candlesAreAskedForAsFarBackAsTheHoleReachesTheShortestLast() {
        Venue several = new HtxSpotVenue(bound(Map.of("tapeline.htx-spot.candle-intervals", "1min,60min")));
        assertThat(several.rest().repair(Kind.CANDLE, BITCOIN.id(), new Hole(-1, -1, 0, HOUR)))
                .extracting(call -> call.uri().getQuery())
                .containsExactly("symbol=btcusdt&size=62&period=60min", "symbol=btcusdt&size=121&period=1min");
        assertThat(venue.rest().history(Kind.CANDLE, BITCOIN.id(), 0, 100 * HOUR))
                .extracting(call -> call.uri().getQuery())
                .containsExactly("symbol=btcusdt&size=2000&period=1min");
        assertThat(venue.rest().repairsNewestOnly(Kind.CANDLE)).isTrue();
    }

    @Test
    void aHostThatDoesNotAnswerHasAnother() {
        RestCall call = venue.rest().instruments().getFirst();
        assertThat(call.uri()).isEqualTo(URI.create("https://api.huobi.pro/v2/settings/common/symbols"));
        assertThat(venue.rest().mirrors(call.uri()))
                .containsExactly(URI.create("https://api-aws.huobi.pro/v2/settings/common/symbols"));
    }

    @Test
    void theClockIsRead() {
        assertThat(venue.rest().serverTime("{\"status\":\"ok\",\"data\":1629715504949}".getBytes()))
                .isEqualTo(1_629_715_504_949_000L);
    }

    @Test
    void theDefaultsAreThoseOfTheLiveVenue() {
        assertThat(bound(Map.of())).isEqualTo(HtxSpotSettings.defaults());
    }

    @Test
    void everySettingHasItsProperty() {
        Venue other = new HtxSpotVenue(bound(Map.of(
                "tapeline.htx-spot.rest", "http://127.0.0.1:1/htx/",
                "tapeline.htx-spot.ws", "ws://127.0.0.1:2/htx",
                "tapeline.htx-spot.book-levels", "20",
                "tapeline.htx-spot.candle-intervals", "5min",
                "tapeline.htx-spot.candles-every", "2m")));
        assertThat(other.subscriptions().endpoints("ws")).containsExactly(URI.create("ws://127.0.0.1:2/htx/ws"));
        assertThat(other.subscriptions().streams(List.of(BITCOIN), venue.kinds()))
                .extracting(VenueStream::name)
                .contains("market.btcusdt.mbp.20", "market.btcusdt.kline.5min");
        assertThat(other.rest().polls(List.of(BITCOIN), venue.kinds()))
                .extracting(poll ->
                        poll.interval().toSeconds() + " " + poll.call().apply(0).uri())
                .containsExactly("120 http://127.0.0.1:1/htx/market/history/kline?symbol=btcusdt&size=3&period=5min");
        assertThatThrownBy(() -> bound(Map.of("tapeline.htx-spot.book-levels", "10")))
                .hasRootCauseMessage("tapeline.htx-spot.book-levels: expected 5, 20, 150 or 400, got 10");
        assertThatThrownBy(() -> bound(Map.of("tapeline.htx-spot.candle-intervals", "12hour")))
                .rootCause()
                .hasMessageStartingWith("tapeline.htx-spot.candle-intervals: expected some of");
    }

    @Test
    void theFeedIsABean() {
        new ApplicationContextRunner()
                .withUserConfiguration(HtxSpotVenues.class)
                .run(context -> assertThat(context.getBean(Venue.class).feed()).isEqualTo("htx"));
    }
}
