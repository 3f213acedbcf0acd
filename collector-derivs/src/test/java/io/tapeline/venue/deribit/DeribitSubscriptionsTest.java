package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.VENUE;
import static io.tapeline.venue.deribit.DeribitFrames.decode;
import static io.tapeline.venue.deribit.DeribitFrames.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is said to the venue. */
class DeribitSubscriptionsTest {
    private static final Venue WITH_KEY = new DeribitVenue(DeribitSettings.of(
            "https://www.deribit.com",
            "https://history.deribit.com/",
            List.of("wss://www.deribit.com/", "wss://streams.deribit.com"),
            new DeribitSettings.Credentials("an-id", "a-secret")));

    private static List<String> opening(Venue venue) {
        AtomicLong ids = new AtomicLong();
        return venue.subscriptions().opening(ids::incrementAndGet).stream()
                .map(SubscribeRequest::text)
                .toList();
    }

    private static List<String> names(Venue venue, String symbol, Kind... kinds) {
        Instrument instrument = DeribitInstruments.named(symbol);
        return venue.subscriptions().streams(List.of(instrument), Set.of(kinds)).stream()
                .map(VenueStream::name)
                .toList();
    }

    @Test
    void aConnectionBeginsWithHeartbeats() {
        assertThat(opening(VENUE))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"public/subscribe\",\"params\":{\"channels\":[\"platform_state\"]}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"public/set_heartbeat\",\"params\":{\"interval\":30}}");
    }

    @Test
    void withAKeyItBeginsWithTheLoginAndChannelsAreRaw() {
        assertThat(opening(WITH_KEY))
                .first()
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"public/auth\",\"params\":{\"grant_type\":"
                        + "\"client_credentials\",\"client_id\":\"an-id\",\"client_secret\":\"a-secret\"}}");
        assertThat(names(WITH_KEY, "BTC-PERPETUAL", Kind.TRADE, Kind.BOOK))
                .containsExactly("trades.BTC-PERPETUAL.raw", "book.BTC-PERPETUAL.raw");
        assertThat(names(WITH_KEY, "BTC-25DEC26-100000-C", Kind.OPTION_SUMMARY))
                .containsExactly("ticker.BTC-25DEC26-100000-C.agg2");
        assertThat(WITH_KEY.subscriptions().endpoints("v2"))
                .containsExactly(
                        URI.create("wss://www.deribit.com/ws/api/v2"),
                        URI.create("wss://streams.deribit.com/ws/api/v2"));
    }

    @Test
    void aSecretIsNeverPartOfAText() {
        assertThat(DeribitSettings.of(
                        "https://a",
                        "https://b",
                        List.of("wss://c"),
                        new DeribitSettings.Credentials("an-id", "a-secret")))
                .asString()
                .doesNotContain("an-id", "a-secret");
    }

    @Test
    void anOptionHasOneTickerForItsSummaryAndABookWhenItIsAskedFor() {
        assertThat(names(VENUE, "BTC-25DEC26-100000-C", Kind.OPTION_SUMMARY, Kind.TRADE, Kind.LIQUIDATION))
                .containsExactly("trades.BTC-25DEC26-100000-C.100ms", "ticker.BTC-25DEC26-100000-C.agg2");
        assertThat(names(VENUE, "BTC-25DEC26-100000-C", Kind.BOOK)).containsExactly("book.BTC-25DEC26-100000-C.100ms");
    }

    @Test
    void dvolComesWithTheInversePerpetualAndByTheNameOfItsIndex() {
        assertThat(names(VENUE, "BTC-PERPETUAL", Kind.VOLATILITY_INDEX))
                .isEqualTo(names(VENUE, "btc_usd", Kind.VOLATILITY_INDEX))
                .containsExactly("deribit_volatility_index.btc_usd");
        assertThat(names(VENUE, "DOGE_USDC-PERPETUAL", Kind.VOLATILITY_INDEX)).isEmpty();
        assertThat(names(VENUE, "btc_usd", Kind.MARK_PRICE)).containsExactly("deribit_price_index.btc_usd");
    }

    @Test
    void aTestRequestIsAnsweredWithWhatAwaitsNoAnswer() {
        assertThat(decode(message(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}")))
                .containsExactly(
                        new Decoded.Reply("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"public/test\",\"params\":{}}"));
        assertThat(decode(
                        message("{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"heartbeat\"}}")))
                .containsExactly(new Decoded.Heartbeat());
        assertThat(decode(message("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"version\":\"1.2.26\"}}")))
                .containsExactly(new Decoded.Acknowledged("0"));
    }

    @Test
    void theFeedIsABean() {
        new ApplicationContextRunner()
                .withUserConfiguration(DeribitVenues.class)
                .withPropertyValues(
                        "tapeline.deribit.ws=wss://one,wss://two", "tapeline.deribit.candle-intervals=1m,1h")
                .run(context -> assertThat(context.getBean(Venue.class).feed()).isEqualTo("deribit"));
    }
}
