package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest.Hole;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is asked of HTX, and where. */
class HtxCallsTest {
    private static final Instrument SWAP = HtxInstruments.of("BTC-USDT");
    private static final Instrument DATED = HtxInstruments.of("BTC-USDT-261225");
    private static final long DAY = 86_400_000_000L;

    private final Venue venue = new HtxSwapVenue(HtxSettings.defaults());

    private static HtxSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tapeline.htx", HtxSettings.class);
    }

    private Map<String, String> routes(Instrument instrument) {
        return venue.subscriptions().streams(List.of(instrument), venue.kinds()).stream()
                .collect(Collectors.toMap(VenueStream::name, VenueStream::route));
    }

    @Test
    void everyStreamIsAskedForOnItsRoute() {
        assertThat(routes(SWAP))
                .isEqualTo(Map.of(
                        "market.BTC-USDT.trade.detail", "linear-swap-ws",
                        "market.BTC-USDT.depth.size_150.high_freq", "linear-swap-ws",
                        "market.BTC-USDT.bbo", "linear-swap-ws",
                        "market.BTC-USDT.kline.1min", "linear-swap-ws",
                        "market.BTC-USDT.mark_price.1min", "ws_index",
                        "market.BTC-USDT.index.1min", "ws_index",
                        "public.BTC-USDT.funding_rate", "linear-swap-notification",
                        "public.BTC-USDT.liquidation_orders", "linear-swap-notification"));
        assertThat(venue.subscriptions().endpoint("ws_index")).isEqualTo(URI.create("wss://api.hbdm.com/ws_index"));
        assertThat(venue.subscriptions().encoding()).isEqualTo(FrameEncoding.GZIP);
    }

    @Test
    void datedFuturesHaveNeitherFundingNorAnIndexOfTheirOwn() {
        assertThat(routes(DATED).keySet())
                .doesNotContain("public.BTC-USDT-261225.funding_rate", "market.BTC-USDT-261225.index.1min")
                .contains("market.BTC-USDT-261225.mark_price.1min");
        assertThat(venue.rest().polls(List.of(DATED), venue.kinds()))
                .extracting(poll -> poll.kinds().iterator().next())
                .containsExactlyInAnyOrder(Kind.OPEN_INTEREST, Kind.SETTLEMENT, Kind.CANDLE);
    }

    @Test
    void booksAreAskedForInIncrements() {
        assertThat(text("market.BTC-USDT.depth.size_150.high_freq"))
                .isEqualTo("{\"sub\":\"market.BTC-USDT.depth.size_150.high_freq\",\"data_type\":\"incremental\","
                        + "\"id\":\"5\"}");
        assertThat(text("market.BTC-USDT.bbo")).isEqualTo("{\"sub\":\"market.BTC-USDT.bbo\",\"id\":\"5\"}");
        assertThat(text("public.BTC-USDT.funding_rate"))
                .isEqualTo("{\"op\":\"sub\",\"cid\":\"5\",\"topic\":\"public.BTC-USDT.funding_rate\"}");
    }

    private String text(String name) {
        List<VenueStream> named = venue.subscriptions().streams(List.of(SWAP), venue.kinds()).stream()
                .filter(stream -> stream.name().equals(name))
                .toList();
        return venue.subscriptions().subscribe(named, () -> 5L).getFirst().text();
    }

    @Test
    void missingTradesAreAmongTheNewestOrLost() {
        assertThat(venue.rest().repair(Kind.TRADE, SWAP.id(), new Hole(-1, -1, 0, DAY)))
                .extracting(call -> call.uri().toString())
                .containsExactly(
                        "https://api.hbdm.com/linear-swap-ex/market/history/trade?contract_code=BTC-USDT&size=2000");
        assertThat(venue.rest().repairsNewestOnly(Kind.TRADE)).isTrue();
        assertThat(venue.rest().repairsNewestOnly(Kind.CANDLE)).isFalse();
    }

    @Test
    void liquidationsAreAskedForInStretchesOfTwoDays() {
        assertThat(venue.rest().history(Kind.LIQUIDATION, SWAP.id(), 0, 3 * DAY))
                .extracting(call -> call.uri().getQuery())
                .containsExactly(
                        "contract=BTC-USDT&trade_type=0&start_time=0&end_time=172800000&direct=next",
                        "contract=BTC-USDT&trade_type=0&start_time=172800000&end_time=259200000&direct=next");
    }

    @Test
    void candlesAreAskedForInPagesBySeconds() {
        assertThat(venue.rest().history(Kind.CANDLE, SWAP.id(), 0, 2 * DAY))
                .extracting(call -> call.uri().getQuery())
                .containsExactly(
                        "contract_code=BTC-USDT&period=1min&from=0&to=119940",
                        "contract_code=BTC-USDT&period=1min&from=119940&to=172800");
    }

    @Test
    void fundingIsReadBackPageByPageAsFarAsItIsWanted() {
        RestCall first =
                venue.rest().history(Kind.FUNDING_RATE, SWAP.id(), 0, DAY).getFirst();
        assertThat(first.uri())
                .isEqualTo(URI.create("https://api.hbdm.com/linear-swap-api/v1/swap_historical_funding_rate"
                        + "?contract_code=BTC-USDT&page_index=1&page_size=50#since=0"));
        assertThat(first.origin()).isEqualTo(Origin.BACKFILL);
        List<Decoded> page = decode(first.uri().toString(), HtxSwapPayloads.FUNDING_PAGE);
        assertThat(page.getLast())
                .extracting(
                        decoded -> ((Decoded.Continued) decoded).next().uri().toString())
                .isEqualTo("https://api.hbdm.com/linear-swap-api/v1/swap_historical_funding_rate"
                        + "?contract_code=BTC-USDT&page_size=50&page_index=2#since=0");
        assertThat(decode(
                        first.uri().toString().replace("#since=0", "#since=1603670400000"),
                        HtxSwapPayloads.FUNDING_PAGE))
                .as("it reaches back far enough")
                .hasSize(1);
    }

    @Test
    void liquidationsGoOnAfterTheLastAndEndWithNothingNew() {
        String url = venue.rest()
                .history(Kind.LIQUIDATION, SWAP.id(), 0, DAY)
                .getFirst()
                .uri()
                .toString();
        String page = """
                {"code":200,"data":[{"query_id":452057,"contract_code":"BTC-USDT","direction":"sell",\
                "offset":"close","volume":479,"price":51441.7,"created_at":1638593647864}],"ts":1604312615051}
                """;
        Decoded.Continued next = (Decoded.Continued) decode(url, page).getLast();
        assertThat(next.next().uri().toString()).endsWith("&direct=next&from_id=452057");
        assertThat(decode(next.next().uri().toString(), page))
                .as("the last one over again")
                .containsExactly(new Decoded.Ignored("no liquidations"));
    }

    private List<Decoded> decode(String url, String text) {
        return venue.decoder()
                .decode(
                        io.tapeline.collector.venue.VenuePayload.answer("", url, text)
                                .frame(venue.feed()),
                        InstrumentLookup.NONE);
    }

    @Test
    void namesOfAnyScriptAreEscapedInQuestions() {
        assertThat(venue.rest()
                        .repair(Kind.TRADE, HtxInstruments.of("币安人生-USDT").id(), new Hole(-1, -1, 0, 1))
                        .getFirst()
                        .uri()
                        .toString())
                .contains("contract_code=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9F-USDT");
    }

    @Test
    void theClockIsRead() {
        assertThat(venue.rest().serverTime("{\"status\":\"ok\",\"ts\":1603696494714}".getBytes()))
                .isEqualTo(1_603_696_494_714_000L);
    }

    @Test
    void theDefaultsAreThoseOfTheLiveVenue() {
        assertThat(bound(Map.of())).isEqualTo(HtxSettings.defaults());
    }

    @Test
    void everySettingHasItsProperty() {
        HtxSettings settings = bound(Map.ofEntries(
                Map.entry("tapeline.htx.swap.rest", "http://127.0.0.1:1/htx-swap/"),
                Map.entry("tapeline.htx.swap.ws", "ws://127.0.0.1:2/htx-swap"),
                Map.entry("tapeline.htx.book-levels", "20"),
                Map.entry("tapeline.htx.candle-intervals", "5min,60min"),
                Map.entry("tapeline.htx.candles-every", "2m"),
                Map.entry("tapeline.htx.open-interest-every", "5s"),
                Map.entry("tapeline.htx.ratios-every", "3m"),
                Map.entry("tapeline.htx.ratio-period", "60min"),
                Map.entry("tapeline.htx.settled-funding-every", "10m"),
                Map.entry("tapeline.htx.settlements-every", "1h"),
                Map.entry("tapeline.htx.tradfi", "true")));
        Venue other = new HtxSwapVenue(settings);
        assertThat(other.subscriptions().endpoint("linear-swap-ws"))
                .isEqualTo(URI.create("ws://127.0.0.1:2/htx-swap/linear-swap-ws"));
        assertThat(other.subscriptions().streams(List.of(SWAP), venue.kinds()))
                .extracting(VenueStream::name)
                .contains("market.BTC-USDT.depth.size_20.high_freq", "market.BTC-USDT.kline.60min");
        String api = "http://127.0.0.1:1/htx-swap/linear-swap-api/v1/";
        assertThat(other.rest().polls(List.of(SWAP), venue.kinds()))
                .extracting(poll ->
                        poll.interval().toSeconds() + " " + poll.call().apply(0).uri())
                .containsExactlyInAnyOrder(
                        "5 " + api + "swap_open_interest?contract_code=BTC-USDT",
                        "3600 " + api + "swap_settlement_records?contract_code=BTC-USDT&page_index=1&page_size=10",
                        "600 " + api + "swap_historical_funding_rate?contract_code=BTC-USDT&page_index=1&page_size=10",
                        "180 " + api + "swap_elite_account_ratio?contract_code=BTC-USDT&period=60min",
                        "180 " + api + "swap_elite_position_ratio?contract_code=BTC-USDT&period=60min",
                        "120 http://127.0.0.1:1/htx-swap/linear-swap-ex/market/history/kline"
                                + "?contract_code=BTC-USDT&period=5min&size=3",
                        "120 http://127.0.0.1:1/htx-swap/linear-swap-ex/market/history/kline"
                                + "?contract_code=BTC-USDT&period=60min&size=3");
        assertThatThrownBy(() -> bound(Map.of("tapeline.htx.book-levels", "400")))
                .hasRootCauseMessage("tapeline.htx.book-levels: expected 20 or 150, got 400");
    }

    @Test
    void theFeedIsABean() {
        new ApplicationContextRunner()
                .withUserConfiguration(HtxSwapVenues.class)
                .run(context -> assertThat(context.getBean(Venue.class).feed()).isEqualTo("htx-swap"));
    }
}
