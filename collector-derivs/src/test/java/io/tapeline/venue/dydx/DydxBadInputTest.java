package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DydxBadInputTest {
    private final Venue venue = new DydxVenue(DydxSettings.defaults());

    private List<Decoded> stream(String text) {
        return venue.decoder().decode(VenuePayload.stream("", text).frame("dydx"), InstrumentLookup.NONE);
    }

    private Decoded error(String members) {
        return stream("{\"type\":\"error\"," + members + ",\"connection_id\":\"c\",\"message_id\":4}")
                .getFirst();
    }

    @Test
    void aRefusedSubscriptionNamesItsStream() {
        assertThat(error("\"message\":\"Invalid subscription id for channel: (v4_trades-NEW-USD)\""))
                .isEqualTo(new Decoded.RejectedStream(
                        "v4_trades:NEW-USD", "Invalid subscription id for channel: (v4_trades-NEW-USD)"));
        assertThat(error("\"message\":\"Per-connection subscription limit reached\",\"channel\":\"v4_orderbook\","
                        + "\"id\":\"BTC-USD\""))
                .isEqualTo(new Decoded.RejectedStream(
                        "v4_orderbook:BTC-USD", "Per-connection subscription limit reached"));
    }

    @Test
    void whatIsSubscribedAlreadyIsSubscribed() {
        assertThat(error("\"message\":\"Invalid subscribe message: already subscribed (v4_candles-BTC-USD/1MIN)\""))
                .isEqualTo(new Decoded.Accepted(null, Set.of("v4_candles:BTC-USD/1MIN")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Internal error, could not fetch data for subscription: v4_trades-BTC-USD.",
                "Too many subscribe attempts for channel v4_trades-BTC-USD. Please reconnect and try again."
            })
    void aSubscriptionThatFailsForNowIsAskedForAgain(String message) {
        assertThat(error("\"message\":\"" + message + "\"")).isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void anErrorAboutNothingInParticularIsAComplaint() {
        assertThat(error("\"message\":\"Invalid message: could not parse\""))
                .isEqualTo(new Decoded.Rejected(null, "Invalid message: could not parse"));
    }

    @Test
    void aCountryThatIsBlockedIsNoFaultToBeTriedAgain() {
        RefusalRules rules = venue.rest().refusals();
        String body = "{\"errors\":[{\"msg\":\"Because you appear to be a resident of ...\",\"code\":\"GEOBLOCKED\"}]}";
        assertThat(rules.reason(403, body)).isEqualTo(Reason.BLOCKED);
        assertThat(rules.message(body)).contains("GEOBLOCKED");
        assertThat(rules.reason(404, "{\"errors\":[{\"msg\":\"Not found\"}]}")).isEqualTo(Reason.REFUSED);
    }

    @Test
    void retryAfterCountsMilliseconds() {
        assertThat(venue.rest().refusals().retryAfter(2_500)).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void emptyListsAreNothingAndNoFault() {
        assertThat(stream(DydxPayloads.frame("channel_data", "v4_trades", "BTC-USD", 3, "{\"trades\":[]}")))
                .containsExactly(new Decoded.FrameNumber(3));
        assertThat(stream(DydxPayloads.frame("subscribed", "v4_orderbook", "BTC-USD", 3, "{\"bids\":[],\"asks\":[]}"))
                        .getFirst())
                .isInstanceOf(Decoded.BookUpdate.class);
    }

    @Test
    void scientificNotationIsANumberLikeAnyOther() {
        assertThat(stream(DydxPayloads.frame(
                                "channel_data",
                                "v4_trades",
                                "BTC-USD",
                                3,
                                "{\"trades\":[{\"id\":\"a\",\"side\":\"MAYBE\",\"size\":\"1.5e-3\",\"price\":\"6E4\","
                                        + "\"type\":null,\"createdAt\":\"2024-08-22T23:59:58.855Z\"}]}"))
                        .getFirst())
                .isInstanceOfSatisfying(Decoded.Event.class, event -> {
                    Trade trade = (Trade) event.event();
                    assertThat(trade.size().toPlainString()).isEqualTo("0.0015");
                    assertThat(trade.price().toPlainString()).isEqualTo("60000");
                    assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
                });
    }

    @Test
    void aBadTradeIsNamedAndItsNeighboursGoOn() {
        List<Decoded> decoded = stream(DydxPayloads.frame(
                "channel_data",
                "v4_trades",
                "BTC-USD",
                3,
                "{\"trades\":[{\"id\":\"a\",\"side\":\"BUY\",\"size\":\"x\",\"price\":\"1\","
                        + "\"createdAt\":\"2024-08-22T23:59:58.855Z\"},{\"id\":\"b\",\"side\":\"BUY\",\"size\":\"1\","
                        + "\"price\":\"1\",\"createdAt\":\"2024-08-22T23:59:58.855Z\"}]}"));
        assertThat(decoded.getFirst()).isInstanceOfSatisfying(Decoded.Malformed.class, bad -> assertThat(bad.reason())
                .startsWith("size: "));
        assertThat(decoded.get(1)).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void aCandleOfALengthNobodyKnowsIsNamed() {
        assertThat(stream(
                                DydxPayloads.frame(
                                        "channel_data",
                                        "v4_candles",
                                        "BTC-USD/2MINS",
                                        3,
                                        "{\"startedAt\":\"2025-08-05T03:40:00.000Z\",\"ticker\":\"BTC-USD\",\"resolution\":\"2MINS\"}"))
                        .getFirst())
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class, bad -> assertThat(bad.reason()).startsWith("resolution: "));
    }
}
