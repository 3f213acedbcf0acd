package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolymarketBadInputTest {
    private final Venue venue = new PolymarketVenue(PolymarketSettings.defaults());

    private List<Decoded> stream(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame("polymarket"), InstrumentLookup.NONE);
    }

    private List<Decoded> listing(String members) {
        return decode(PolymarketPayloads.events(PolymarketPayloads.market(members)));
    }

    @Test
    void aMarketThatIsNotThereYetIsNoFault() {
        VenuePayload none = VenuePayload.answer("/events", PolymarketSettings.GAMMA + "/events?slug=x", "[]");
        assertThat(decode(none)).singleElement().isInstanceOf(Decoded.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"[]\"", "[]", "\"\"", "null", "\"[\\\"\\\", \\\"\\\"]\"", "[\"\",\"\"]"})
    void aMarketWithoutTokensIsNotOnTheOrderBookYet(String tokens) {
        assertThat(listing("\"outcomes\":[\"Up\",\"Down\"],\"clobTokenIds\":" + tokens))
                .singleElement()
                .isInstanceOfSatisfying(Decoded.Ignored.class, ignored -> assertThat(ignored.reason())
                        .startsWith("not on the order book yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"1\"]", "\"[\\\"1\\\"\"", "{}", "7", "\"x\""})
    void tokensThatDoNotFitTheOutcomesAreNamed(String tokens) {
        assertThat(listing("\"outcomes\":[\"Up\",\"Down\"],\"clobTokenIds\":" + tokens))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.Malformed.class, bad -> assertThat(bad.reason()).startsWith("clobTokenIds: expected"));
    }

    @Test
    void upNeedNotComeFirst() {
        List<Decoded> said =
                listing("\"outcomes\":\"[\\\"Down\\\",\\\"Up\\\"]\",\"clobTokenIds\":[\"11\",\"22\"],\"closed\":false");
        assertThat(said)
                .extracting(one -> ((Decoded.Listed) one).instrument())
                .extracting(Instrument::symbol, Instrument::unifiedSymbol)
                .containsExactly(
                        tuple("11", "btc-updown-5m-1795168800:DOWN"), tuple("22", "btc-updown-5m-1795168800:UP"));
    }

    @Test
    void aMarketThatIsClosedButNotResolvedSettlesNothing() {
        assertThat(listing("\"outcomes\":[\"Up\",\"Down\"],\"outcomePrices\":[\"0.5\",\"0.5\"],\"closed\":true,"
                        + "\"clobTokenIds\":[\"11\",\"22\"]"))
                .hasOnlyElementsOfType(Decoded.Listed.class);
    }

    @Test
    void anotherKindOfMarketIsPassedOver() {
        VenuePayload other = VenuePayload.answer(
                "/markets",
                PolymarketSettings.GAMMA + "/markets?slug=x",
                "[{\"slug\":\"katana-fdv-above-1b\",\"outcomes\":[\"Yes\",\"No\"]}]");
        assertThat(decode(other)).singleElement().isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void aTokenThatTheOrderBookDoesNotKnowIsRefusedAndNotBlocked() {
        assertThat(venue.rest().refusals().reason(404, "{\"error\":\"No orderbook exists\"}"))
                .isEqualTo(Reason.REFUSED);
        assertThat(venue.rest().refusals().reason(403, "<html>")).isEqualTo(Reason.BLOCKED);
        assertThat(venue.rest().refusals().retryAfter(3)).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PONG", "NO NEW ASSETS", "[]"})
    void wordsOfTheVenueAreNoEventsAndNoFaults(String word) {
        assertThat(stream(word)).singleElement().isInstanceOfAny(Decoded.Heartbeat.class, Decoded.Ignored.class);
    }

    @Test
    void aComplaintIsARejection() {
        assertThat(stream("INVALID OPERATION")).containsExactly(new Decoded.Rejected(null, "INVALID OPERATION"));
        assertThat(stream("{\"error\":\"too many assets\"}"))
                .containsExactly(new Decoded.Rejected(null, "too many assets"));
    }

    @Test
    void aBadChangeCostsTheBookOfItsTokenAndIsNamed() {
        List<Decoded> said = decode(PolymarketPayloads.changes(
                1,
                PolymarketPayloads.change("11", "0.5", "x", "BUY", "0.5", "0.6"),
                PolymarketPayloads.change("22", "0.5", "1", "HOLD", "0.5", "0.6"),
                PolymarketPayloads.change("33", "0.5", "1", "SELL", "0.4", "0.5")));
        assertThat(said).hasSize(3);
        assertThat(((Decoded.BookLost) said.get(0)).reason()).startsWith("size: ");
        assertThat(((Decoded.BookLost) said.get(1)).reason()).startsWith("side: expected BUY or SELL");
        assertThat(said.get(2)).isInstanceOf(Decoded.BookUpdate.class);
    }

    @Test
    void aBadElementOfAnArrayDoesNotSpoilItsNeighbours() {
        String book = PolymarketPayloads.SNAPSHOT.text();
        List<Decoded> said = stream("[{\"event_type\":\"book\",\"timestamp\":\"1\"}," + book.substring(1));
        assertThat(said.getFirst()).isInstanceOf(Decoded.Malformed.class);
        assertThat(said.getLast()).isInstanceOf(Decoded.BookUpdate.class);
    }

    @Test
    void booksMayBeEmptyOrOneSided() {
        Decoded.BookUpdate book = (Decoded.BookUpdate) stream("{\"event_type\":\"book\",\"asset_id\":\"1\","
                        + "\"timestamp\":\"1795168800100\",\"bids\":[],\"asks\":[{\"price\":\"0.01\",\"size\":\"5\"}]}")
                .getFirst();
        assertThat(book.bids().isEmpty()).isTrue();
        assertThat(book.asks().size()).isEqualTo(1);
    }

    @Test
    void numbersMayBeWrittenScientificallyAndSidesMayBeUnheardOf() {
        Decoded said = stream("{\"event_type\":\"last_trade_price\",\"asset_id\":\"1\",\"price\":\"5e-1\","
                        + "\"size\":\"1.5E3\",\"side\":\"CROSS\",\"timestamp\":\"1795168800100\"}")
                .getFirst();
        Trade trade = (Trade) ((Decoded.Event) said).event();
        assertThat(trade.price().toPlainString()).isEqualTo("0.5");
        assertThat(trade.size().toPlainString()).isEqualTo("1500");
        assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
    }
}
