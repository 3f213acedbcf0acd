package io.tapeline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is asked of Binance, and where. */
class BinanceCallsTest {
    private static final InstrumentId PERPETUAL = new InstrumentId("binance", Market.PERPETUAL, "BTCUSDT");
    private static final InstrumentId SPOT = new InstrumentId("binance", Market.SPOT, "币安人生USDT");

    private final Venue spot = new BinanceSpotVenue(BinanceSettings.defaults());
    private final Venue futures = new BinanceFuturesVenue(BinanceSettings.defaults());

    private static BinanceSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tapeline.binance", BinanceSettings.class);
    }

    private static Map<String, String> routes(Venue venue, Instrument instrument) {
        return venue.subscriptions().streams(List.of(instrument), venue.kinds()).stream()
                .collect(Collectors.toMap(VenueStream::name, VenueStream::route));
    }

    @Test
    void everyFuturesStreamIsAskedForOnItsOneRoute() {
        assertThat(routes(futures, BinanceInstruments.instrument(Market.PERPETUAL, "BTC", "BTCUSDT", null)))
                .isEqualTo(Map.of(
                        "btcusdt@aggTrade", "market",
                        "btcusdt@depth@100ms", "public",
                        "btcusdt@bookTicker", "public",
                        "btcusdt@markPrice@1s", "market",
                        "btcusdt@forceOrder", "market",
                        "btcusdt@kline_1m", "market"));
        assertThat(futures.subscriptions().endpoint("market"))
                .isEqualTo(URI.create("wss://fstream.binance.com/market/stream"));
        assertThat(futures.subscriptions().endpoint("public"))
                .isEqualTo(URI.create("wss://fstream.binance.com/public/stream"));
    }

    @Test
    void spotHasOneRoute() {
        assertThat(routes(spot, BinanceInstruments.instrument(Market.SPOT, "BTC", "BTCUSDT", null)))
                .isEqualTo(Map.of(
                        "btcusdt@aggTrade", "spot",
                        "btcusdt@depth@100ms", "spot",
                        "btcusdt@bookTicker", "spot",
                        "btcusdt@kline_1m", "spot"));
        assertThat(spot.subscriptions().endpoint("spot")).isEqualTo(URI.create("wss://stream.binance.com:9443/stream"));
    }

    @Test
    void onlyLiquidationsMayBeSilentForEver() {
        assertThat(futures.subscriptions().streams(BinanceInstruments.futures(), futures.kinds()))
                .allMatch(stream -> stream.mayBeSilent() == stream.kinds().contains(Kind.LIQUIDATION));
    }

    @Test
    void datedFuturesHaveNoFundingAndEndedInstrumentsNoStreams() {
        Instrument dated = BinanceInstruments.instrument(Market.FUTURE, "BTC", "BTCUSDT_260925", 1L);
        assertThat(futures.subscriptions().streams(List.of(dated), java.util.Set.of(Kind.FUNDING_RATE)))
                .isEmpty();
        assertThat(futures.rest().polls(List.of(dated), futures.kinds()))
                .extracting(poll -> poll.kinds().iterator().next())
                .containsExactly(Kind.OPEN_INTEREST);
        Instrument spotOne = BinanceInstruments.instrument(Market.SPOT, "BTC", "BTCUSDT", null);
        assertThat(futures.subscriptions().streams(List.of(spotOne), futures.kinds()))
                .isEmpty();
    }

    @Test
    void subscribingIsOneMessagePerHundredStreams() {
        List<VenueStream> streams = spot.subscriptions().streams(BinanceInstruments.spot(), spot.kinds());
        long[] id = {0};
        var requests = spot.subscriptions().subscribe(streams, () -> ++id[0]);
        assertThat(requests).extracting(r -> r.streams().size()).containsExactly(100, 100, streams.size() - 200);
        assertThat(requests.getFirst().text())
                .startsWith("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\",\"btcusdt@depth@100ms\",")
                .endsWith("],\"id\":1}");
        assertThat(spot.subscriptions()
                        .unsubscribe(streams.subList(0, 1), () -> 312L)
                        .getFirst()
                        .text())
                .isEqualTo("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\"],\"id\":312}");
    }

    @Test
    void theDepthSpeedIsTheNearestThatTheVenueHas() {
        assertThat(depthStreams("100ms")).containsExactly("btcusdt@depth@100ms", "btcusdt@depth@100ms");
        assertThat(depthStreams("500ms")).containsExactly("btcusdt@depth@100ms", "btcusdt@depth@500ms");
        assertThat(depthStreams("none")).containsExactly("btcusdt@depth", "btcusdt@depth");
        assertThatThrownBy(() -> bound(Map.of("tapeline.binance.depth-speed", "1s")))
                .hasRootCauseMessage("tapeline.binance.depth-speed: expected 100ms, 500ms or none, got 1s");
    }

    /** On spot and on futures. */
    private static List<String> depthStreams(String speed) {
        BinanceSettings settings = bound(Map.of("tapeline.binance.depth-speed", speed));
        return Arrays.asList(Market.SPOT, Market.PERPETUAL).stream()
                .map(market -> {
                    Venue venue =
                            market == Market.SPOT ? new BinanceSpotVenue(settings) : new BinanceFuturesVenue(settings);
                    Instrument instrument = BinanceInstruments.instrument(market, "BTC", "BTCUSDT", null);
                    return venue.subscriptions()
                            .streams(List.of(instrument), java.util.Set.of(Kind.BOOK))
                            .getFirst()
                            .name();
                })
                .toList();
    }

    @Test
    void theDefaultsAreThoseOfTheLiveVenue() {
        assertThat(bound(Map.of())).isEqualTo(BinanceSettings.defaults());
    }

    @Test
    void everySettingHasItsProperty() {
        BinanceSettings settings = bound(Map.ofEntries(
                Map.entry("tapeline.binance.spot.rest", "http://127.0.0.1:1/"),
                Map.entry("tapeline.binance.spot.ws", "ws://127.0.0.1:2/"),
                Map.entry("tapeline.binance.futures.rest", "http://127.0.0.1:3"),
                Map.entry("tapeline.binance.futures.ws", "ws://127.0.0.1:4"),
                Map.entry("tapeline.binance.candle-intervals", "1m,1h"),
                Map.entry("tapeline.binance.spot-snapshot-levels", "5000"),
                Map.entry("tapeline.binance.futures-snapshot-levels", "500"),
                Map.entry("tapeline.binance.open-interest-every", "5s"),
                Map.entry("tapeline.binance.ratios-every", "2m"),
                Map.entry("tapeline.binance.ratio-period", "1h"),
                Map.entry("tapeline.binance.settled-funding-every", "10m")));
        Venue other = new BinanceSpotVenue(settings);
        assertThat(other.rest().bookSnapshot(SPOT).orElseThrow())
                .isEqualTo(new RestCall(
                        URI.create(
                                "http://127.0.0.1:1/api/v3/depth?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&limit=5000"),
                        "binance-spot",
                        250,
                        RestCall.Priority.RESYNC,
                        Origin.LIVE));
        assertThat(other.subscriptions().endpoint("spot")).isEqualTo(URI.create("ws://127.0.0.1:2/stream"));
        Venue otherFutures = new BinanceFuturesVenue(settings);
        assertThat(otherFutures.rest().bookSnapshot(PERPETUAL).orElseThrow().weight())
                .isEqualTo(10);
        assertThat(otherFutures.rest().polls(BinanceInstruments.futures().subList(0, 1), futures.kinds()))
                .extracting(poll ->
                        poll.interval().toSeconds() + " " + poll.call().apply(0).uri())
                .contains(
                        "5 http://127.0.0.1:3/fapi/v1/openInterest?symbol=BTCUSDT",
                        "120 http://127.0.0.1:3/futures/data/takerlongshortRatio?symbol=BTCUSDT&period=1h&limit=3",
                        "600 http://127.0.0.1:3/fapi/v1/fundingRate?symbol=BTCUSDT&limit=10");
        assertThat(otherFutures.subscriptions().streams(BinanceInstruments.futures(), java.util.Set.of(Kind.CANDLE)))
                .extracting(VenueStream::name)
                .contains("btcusdt@kline_1m", "btcusdt@kline_1h");
    }

    @Test
    void missingTradesAreAskedForByIdOrByTimeAPageAtATime() {
        assertThat(repair(futures, PERPETUAL, Kind.TRADE, new Hole(100, 104, 0, 0)))
                .isEqualTo("https://fapi.binance.com/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=100&limit=5");
        assertThat(repair(futures, PERPETUAL, Kind.TRADE, new Hole(100, 50_000, 0, 0)))
                .endsWith("fromId=100&limit=1000");
        assertThat(repair(futures, PERPETUAL, Kind.TRADE, new Hole(-1, -1, 1_000_500, 9_000_000_000_000L)))
                .as("less than an hour, from the millisecond before")
                .endsWith("symbol=BTCUSDT&startTime=1000&endTime=3600999&limit=1000");
        assertThat(repair(futures, PERPETUAL, Kind.CANDLE, new Hole(-1, -1, 60_000_000, 120_000_001)))
                .as("from the candle that was open when it began")
                .endsWith("/fapi/v1/klines?symbol=BTCUSDT&interval=1m&startTime=1&endTime=120001&limit=1500");
        assertThat(futures.rest().repair(Kind.QUOTE, PERPETUAL, new Hole(1, 2, 0, 0)))
                .isEmpty();
        assertThat(futures.rest().repair(Kind.LIQUIDATION, PERPETUAL, new Hole(-1, -1, 0, 1)))
                .isEmpty();
    }

    @Test
    void missingCandlesAreAskedForOfEveryIntervalInAsManyPagesAsTheyNeed() {
        BinanceSettings settings = bound(Map.of("tapeline.binance.candle-intervals", "1m,1h"));
        Hole threeDays = new Hole(-1, -1, 86_400_000_000L, 4 * 86_400_000_000L);
        assertThat(new BinanceFuturesVenue(settings).rest().repair(Kind.CANDLE, PERPETUAL, threeDays))
                .extracting(call -> call.uri().getQuery())
                .containsExactly(
                        "symbol=BTCUSDT&interval=1m&startTime=86340001&endTime=176340000&limit=1500",
                        "symbol=BTCUSDT&interval=1m&startTime=176340001&endTime=266340000&limit=1500",
                        "symbol=BTCUSDT&interval=1m&startTime=266340001&endTime=345600000&limit=1500",
                        "symbol=BTCUSDT&interval=1h&startTime=82800001&endTime=345600000&limit=1500");
        assertThat(new BinanceSpotVenue(settings).rest().repair(Kind.CANDLE, SPOT, threeDays))
                .hasSize(6);
    }

    @Test
    void historyIsAskedForLast() {
        List<RestCall> candles = spot.rest().history(Kind.CANDLE, SPOT, 0, 86_400_000_000L);
        assertThat(candles).hasSize(2);
        List<RestCall> funding = futures.rest().history(Kind.FUNDING_RATE, PERPETUAL, 0, 86_400_000_000L);
        assertThat(funding)
                .extracting(call -> call.uri().getPath() + "?" + call.uri().getQuery())
                .containsExactly("/fapi/v1/fundingRate?symbol=BTCUSDT&startTime=0&endTime=86399999&limit=1000");
        assertThat(Stream.concat(candles.stream(), funding.stream()))
                .allMatch(call -> call.origin() == Origin.BACKFILL && call.priority() == RestCall.Priority.BACKFILL);
        assertThat(futures.rest().history(Kind.TRADE, PERPETUAL, 0, 86_400_000_000L))
                .isEmpty();
    }

    private static String repair(Venue venue, InstrumentId instrument, Kind kind, Hole hole) {
        RestCall call = venue.rest().repair(kind, instrument, hole).getFirst();
        assertThat(call.origin()).isEqualTo(Origin.REPAIR);
        assertThat(call.priority()).isEqualTo(RestCall.Priority.REPAIR);
        return call.uri().toString();
    }

    @Test
    void bothFeedsAreBeans() {
        new ApplicationContextRunner()
                .withUserConfiguration(BinanceVenues.class)
                .run(context -> assertThat(context.getBeansOfType(Venue.class).values())
                        .extracting(Venue::feed)
                        .containsExactlyInAnyOrder("binance", "binance-futures"));
    }
}
