package io.tapeline.venue.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HyperliquidBadInputTest {
    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    private List<Decoded> stream(String text) {
        return venue.decoder().decode(VenuePayload.stream("", text).frame("hyperliquid"), InstrumentLookup.NONE);
    }

    private Decoded error(String text) {
        return stream("{\"channel\":\"error\",\"data\":\"" + text + "\"}").getFirst();
    }

    @Test
    void aRefusedSubscriptionNamesItsStream() {
        assertThat(
                        error(
                                "Invalid subscription {\\\"type\\\":\\\"candle\\\",\\\"coin\\\":\\\"NOPE\\\",\\\"interval\\\":\\\"1m\\\"}"))
                .isInstanceOfSatisfying(Decoded.RejectedStream.class, rejected -> assertThat(rejected.stream())
                        .isEqualTo("candle NOPE 1m"));
    }

    @Test
    void whatIsSubscribedAlreadyIsSubscribed() {
        assertThat(error("Already subscribed: {\\\"type\\\":\\\"trades\\\",\\\"coin\\\":\\\"BTC\\\"}"))
                .isEqualTo(new Decoded.Accepted(null, Set.of("trades BTC")));
    }

    @Test
    void anErrorWithoutASubscriptionIsAComplaint() {
        assertThat(error("too many pending post requests id=1234"))
                .isEqualTo(new Decoded.Rejected(null, "too many pending post requests id=1234"));
        assertThat(error("Error parsing JSON into valid websocket request: { not json"))
                .isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void theGreetingIsNoJsonAndNoFault() {
        assertThat(stream("Websocket connection established.")).containsExactly(new Decoded.Heartbeat());
        assertThat(stream("{\"channel\":\"pong\"}")).containsExactly(new Decoded.Heartbeat());
    }

    @Test
    void outcomeMarketsAreLeftOut() {
        assertThat(stream(
                        "{\"channel\":\"trades\",\"data\":[{\"coin\":\"#50\",\"side\":\"B\",\"px\":\"0.5\",\"sz\":\"1\","
                                + "\"time\":1730160006192,\"tid\":1}]}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
        assertThat(
                        stream(
                                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"#50\",\"time\":1730160007687,\"levels\":[[],[]]}}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void anEmptyBookIsABook() {
        assertThat(
                        stream(
                                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"SHIA\",\"time\":1730160007687,\"levels\":[[],[]]}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.BookUpdate.class,
                        book -> assertThat(book.bids().size()).isZero());
        assertThat(stream("{\"channel\":\"trades\",\"data\":[]}")).isEmpty();
    }

    @Test
    void aBookThatLacksASideIsNoBook() {
        assertThat(stream(
                        "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":1730160007687,\"levels\":[[]]}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class, bad -> assertThat(bad.reason()).startsWith("levels: "));
    }

    @Test
    void scientificNotationAndNewSidesAreRead() {
        assertThat(stream(
                        "{\"channel\":\"trades\",\"data\":[{\"coin\":\"BTC\",\"side\":\"Z\",\"px\":\"6e4\",\"sz\":\"1.5E-3\","
                                + "\"time\":1730160006192,\"tid\":1}]}"))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.Event.class, event -> {
                    Trade trade = (Trade) event.event();
                    assertThat(trade.size().toPlainString()).isEqualTo("0.0015");
                    assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
                });
    }

    @Test
    void aContextOfNullsSaysNothingOfFunding() {
        assertThat(stream("{\"channel\":\"activeAssetCtx\",\"data\":{\"coin\":\"NEW\",\"ctx\":{\"funding\":null,"
                        + "\"openInterest\":\"0.0\",\"oraclePx\":\"1.0\",\"markPx\":null,\"midPx\":null}}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.TickerChange.class,
                        change -> assertThat(change.values().hasFunding()).isFalse());
    }

    @Test
    void aCollateralNobodyKnowsIsNotGuessed() {
        assertThat(HyperliquidInstruments.of(
                        "meta", "{\"universe\":[{\"szDecimals\":1,\"name\":\"abcd:X\"}],\"collateralToken\":777}"))
                .singleElement()
                .satisfies(instrument -> {
                    assertThat(instrument.settle()).isNull();
                    assertThat(instrument.unifiedSymbol()).isNull();
                });
    }

    @Test
    void liquidationsAreNotPretended() {
        assertThat(venue.unsupported()).containsKey(Kind.LIQUIDATION);
        assertThat(venue.rest().refusals().reason(403, "")).isEqualTo(Reason.BLOCKED);
        assertThat(venue.rest().refusals().reason(422, "Failed to deserialize the JSON body"))
                .isEqualTo(Reason.REFUSED);
    }
}
