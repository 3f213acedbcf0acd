package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is asked of Kraken, and where. */
class KrakenCallsTest {
    private static final Instrument BTC = KrakenInstruments.of("BTC/USD");
    private static final Instrument DOGE = KrakenInstruments.of("DOGE/USD");
    private static final long HOUR = 3_600_000_000L;

    private final Venue venue = new KrakenVenue(KrakenSettings.defaults());

    private static KrakenSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tapeline.kraken", KrakenSettings.class);
    }

    @Test
    void aMessageAsksForOneChannelOfManySymbols() {
        List<VenueStream> streams = venue.subscriptions().streams(List.of(BTC, DOGE), venue.kinds());
        assertThat(venue.subscriptions().subscribe(streams, new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .containsExactly(
                        asked("subscribe", "trade", "\"snapshot\":false", 33),
                        asked("subscribe", "book", "\"depth\":1000", 71),
                        asked("subscribe", "ticker", "\"event_trigger\":\"bbo\"", 98),
                        asked("subscribe", "ohlc", "\"interval\":1", 136));
        assertThat(venue.subscriptions().unsubscribe(streams.subList(2, 4), new AtomicLong()::incrementAndGet))
                .extracting(SubscribeRequest::text)
                .containsExactly(asked("unsubscribe", "book", "\"depth\":1000", 39));
    }

    private static String asked(String method, String channel, String more, int id) {
        return "{\"method\":\"" + method + "\",\"params\":{\"channel\":\"" + channel
                + "\",\"symbol\":[\"BTC/USD\",\"DOGE/USD\"]," + more + "},\"req_id\":" + id + "}";
    }

    @Test
    void aPingKeepsTheConnection() {
        assertThat(venue.subscriptions().heartbeat())
                .contains(new Heartbeat("{\"method\":\"ping\"}", Duration.ofSeconds(20)));
    }

    @Test
    void missingTradesAreAskedForFromTheTradeBeforeThem() {
        assertThat(venue.rest()
                        .repair(Kind.TRADE, BTC.id(), new Hole(5, 9, 1_700_000_002_000_000L, 1_700_000_005_000_000L)))
                .singleElement()
                .matches(call -> call.origin() == Origin.REPAIR)
                .extracting(call -> call.uri().toString())
                .isEqualTo("https://api.kraken.com/0/public/Trades?pair=XBTUSD&since=1700000000000000000&count=1000"
                        + "#symbol=BTC%2FUSD&until_id=9");
        assertThat(venue.rest().repair(Kind.BOOK, BTC.id(), new Hole(-1, -1, 0, HOUR)))
                .isEmpty();
    }

    @Test
    void aFullPageIsFollowedUntilWhatIsMissingWasReached() {
        RestCall call = venue.rest()
                .repair(Kind.TRADE, BTC.id(), new Hole(5, 1_500, HOUR, 2 * HOUR))
                .getFirst();
        assertThat(next(call, 1_000, 1))
                .singleElement()
                .extracting(next -> next.uri().toString())
                .isEqualTo("https://api.kraken.com/0/public/Trades?pair=XBTUSD&since=76&count=1000"
                        + "#symbol=BTC%2FUSD&until_id=1500");
        assertThat(next(call, 999, 1)).as("a page that is not full").isEmpty();
        assertThat(next(call, 1_000, 600)).as("a page that has the last one").isEmpty();
    }

    /** What a page with so many trades, the first of them with that id, names as the next. */
    private List<RestCall> next(RestCall call, int rows, int firstId) {
        return decoded(call, rows, firstId).stream()
                .filter(Decoded.Continued.class::isInstance)
                .map(one -> ((Decoded.Continued) one).next())
                .toList();
    }

    /** Trades of one second each from 1970-01-01T00:00:00 on. */
    private List<Decoded> decoded(RestCall call, int rows, int firstId) {
        String text = IntStream.range(0, rows)
                .mapToObj(i -> "[\"9.0\",\"1.00000000\"," + i + ".5,\"b\",\"l\",\"\"," + (firstId + i) + "]")
                .collect(Collectors.joining(",", "{\"error\":[],\"result\":{\"XXBTZUSD\":[", "],\"last\":\"77\"}}"));
        VenuePayload page = VenuePayload.answer("", call.uri().toString(), text);
        return venue.decoder().decode(page.frame(venue.feed()), InstrumentLookup.NONE);
    }

    @Test
    void historyIsFetchedInStretchesThatEndWhereTheNextBegins() {
        List<RestCall> calls = venue.rest().history(Kind.TRADE, DOGE.id(), 12 * HOUR, 20 * HOUR);
        assertThat(calls)
                .allMatch(call -> call.origin() == Origin.BACKFILL)
                .extracting(call -> call.uri().toString())
                .containsExactly(
                        "https://api.kraken.com/0/public/Trades?pair=XDGUSD&since=43199999999000&count=1000"
                                + "#symbol=DOGE%2FUSD&until=64800000000",
                        "https://api.kraken.com/0/public/Trades?pair=XDGUSD&since=64799999999000&count=1000"
                                + "#symbol=DOGE%2FUSD&until=72000000000");
        RestCall tenSeconds =
                venue.rest().history(Kind.TRADE, DOGE.id(), 0, 10_000_000).getFirst();
        assertThat(decoded(tenSeconds, 1_000, 1)).hasSize(10).hasOnlyElementsOfType(Decoded.Event.class);
        assertThat(venue.rest().history(Kind.CANDLE, BTC.id(), 0, HOUR)).isEmpty();
    }

    @Test
    void candlesAreAskedForFromTheOneThatWasOpen() {
        assertThat(venue.rest().repair(Kind.CANDLE, BTC.id(), new Hole(-1, -1, HOUR, 2 * HOUR)))
                .extracting(call -> call.uri().toString())
                .containsExactly(
                        "https://api.kraken.com/0/public/OHLC?pair=XBTUSD&interval=1&since=3480#symbol=BTC%2FUSD");
        assertThat(venue.rest().repair(Kind.CANDLE, BTC.id(), new Hole(-1, -1, 0, 12 * HOUR)))
                .as("longer than what the venue keeps")
                .isEmpty();
    }

    @Test
    void theClockIsRead() {
        assertThat(venue.rest().serverTime("{\"error\":[],\"result\":{\"unixtime\":1762820224}}".getBytes()))
                .isEqualTo(1_762_820_224_000_000L);
    }

    @Test
    void theDefaultsAreThoseOfTheLiveVenue() {
        assertThat(bound(Map.of())).isEqualTo(KrakenSettings.defaults());
    }

    @Test
    void everySettingHasItsProperty() {
        Venue other = new KrakenVenue(bound(Map.of(
                "tapeline.kraken.rest", "http://127.0.0.1:1/kraken/",
                "tapeline.kraken.ws", "ws://127.0.0.1:2/kraken/v2",
                "tapeline.kraken.book-depth", "25",
                "tapeline.kraken.candle-intervals", "5m,1h")));
        assertThat(other.subscriptions().endpoint("v2")).isEqualTo(URI.create("ws://127.0.0.1:2/kraken/v2"));
        assertThat(other.rest().instruments().getFirst().uri())
                .isEqualTo(URI.create("http://127.0.0.1:1/kraken/0/public/AssetPairs"));
        assertThat(other.subscriptions().streams(List.of(BTC), venue.kinds()))
                .extracting(VenueStream::name)
                .containsExactly(
                        "trade:BTC/USD", "book-25:BTC/USD", "ticker:BTC/USD", "ohlc-5:BTC/USD", "ohlc-60:BTC/USD");
        assertThat(other.books().orElseThrow().levels()).isEqualTo(25);
        assertThatThrownBy(() -> bound(Map.of("tapeline.kraken.book-depth", "50")))
                .hasRootCauseMessage("tapeline.kraken.book-depth: expected one of [10, 25, 100, 500, 1000], got 50");
        assertThatThrownBy(() -> bound(Map.of("tapeline.kraken.candle-intervals", "7m")))
                .hasRootCauseMessage("tapeline.kraken.candle-intervals: expected some of "
                        + "[1m, 5m, 15m, 30m, 1h, 4h, 1d, 1w, 15d], got [7m]");
    }

    @Test
    void theFeedIsABean() {
        new ApplicationContextRunner()
                .withUserConfiguration(KrakenVenues.class)
                .run(context -> assertThat(context.getBean(Venue.class).feed()).isEqualTo("kraken"));
    }
}
