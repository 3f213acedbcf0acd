package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

class BybitSpotBadInputTest {
    private static List<Decoded> decoded(VenuePayload payload, String text) {
        return BybitReading.decoded(BybitReading.SPOT, payload.withText(text));
    }

    private static List<Decoded> decoded(String text) {
        return decoded(VenuePayload.stream("", text), text);
    }

    private static List<MarketEvent> published(String... messages) {
        return BybitReading.published(BybitReading.SPOT, List.of(BybitPairs.bitcoin()), messages);
    }

    @Test
    void tooManyTopicsInAMessageAreARefusalOfThatMessage() {
        assertThat(decoded("""
                {"success":false,"ret_msg":"args size >10","conn_id":"d9","req_id":"3","op":"subscribe"}""")).containsExactly(new Decoded.Rejected("3", "args size >10"));
    }

    @Test
    void aPairThatDoesNotExistIsARefusal() {
        assertThat(decoded("""
                {"success":false,"ret_msg":"error:handler not found,topic:publicTrade.NOUSDT","conn_id":"d9",\
                "req_id":"4","op":"subscribe"}"""))
                .containsExactly(new Decoded.Rejected("4", "error:handler not found,topic:publicTrade.NOUSDT"));
        VenuePayload question = BybitSpotPayloads.result("recent-trade", "symbol=NOUSDT", "{}");
        assertThat(
                        decoded(
                                question,
                                "{\"retCode\":10001,\"retMsg\":\"Not supported symbols\",\"result\":{},\"time\":1795168800000}"))
                .containsExactly(new Decoded.Rejected(null, "10001 Not supported symbols"));
    }

    @Test
    void topicsOfContractsSayNothingOfPairs() {
        assertThat(decoded(BybitPayloads.LIQUIDATION.text())).singleElement().isInstanceOf(Decoded.Ignored.class);
        assertThat(BybitReading.decoded(
                        BybitReading.SPOT,
                        BybitSpotPayloads.result("funding/history", "symbol=BTCUSDT", "{\"list\":[]}")))
                .containsExactly(new Decoded.Unknown("answer of /v5/market/funding/history"));
    }

    @Test
    void oneBadTradeDoesNotSpoilItsNeighbours() {
        List<Decoded> trades = decoded(
                BybitSpotPayloads.TRADES,
                BybitSpotPayloads.TRADES.text().replaceFirst("\"p\":\"64103.9\"", "\"p\":\"\""));
        assertThat(trades).hasSize(2);
        assertThat(trades.getFirst()).isInstanceOf(Decoded.Malformed.class);
        assertThat(((Decoded.Malformed) trades.getFirst()).reason()).startsWith("p: expected");
        assertThat(trades.getLast()).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void aTradeWithoutAnIdIsNamed() {
        assertThat(decoded(BybitSpotPayloads.OLD_TRADES.text().replace("\"i\":\"2240000000041223438\",", "")))
                .containsExactly(new Decoded.Malformed("i: expected a value, got nothing"));
    }

    @Test
    void newSidesAreUnknownAndScientificNotationIsResolved() {
        Decoded odd = decoded(BybitSpotPayloads.OLD_TRADES
                        .text()
                        .replace("\"Buy\"", "\"Both\"")
                        .replace("\"0.00433\"", "\"4.33E-3\""))
                .getFirst();
        Trade trade = (Trade) ((Decoded.Event) odd).event();
        assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
        assertThat(trade.size()).isEqualTo("0.00433");
    }

    @Test
    void aBookOfOneSideIsABook() {
        Book book = BybitReading.of(
                        Book.class,
                        published(BybitSpotPayloads.SNAPSHOT
                                .text()
                                .replace("[[\"28162.58\",\"0.506829\"],[\"28184.33\",\"3\"]]", "[]")))
                .getFirst();
        assertThat(book.asks().isEmpty()).isTrue();
        assertThat(book.bids().size()).isEqualTo(2);
    }

    @Test
    void aQuoteOfNoSideHasNoPrices() {
        Quote quote = BybitReading.of(
                        Quote.class,
                        published(BybitSpotPayloads.QUOTE
                                .text()
                                .replace("[[\"63705.3\",\"2.045546\"]]", "[]")
                                .replace("[[\"63705.4\",\"2.334566\"]]", "[]")))
                .getFirst();
        assertThat(quote.bidPrice()).isNull();
        assertThat(quote.askPrice()).isNull();
    }

    @Test
    void anEmptyListingAndEmptyTradesSayNothing() {
        assertThat(BybitReading.decoded(BybitReading.SPOT, BybitSpotPayloads.listing("[]")))
                .containsExactly(new Decoded.Ignored("no instruments"));
        assertThat(decoded("{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1,\"data\":[]}"))
                .isEmpty();
    }

    @Test
    void aPairWithoutStepsIsListedWithoutThem() {
        Instrument pair = BybitPairs.listed("""
                {"symbol":"NEWUSDT","status":"Trading","baseCoin":"NEW","quoteCoin":"USDT","lotSizeFilter":{\
                "basePrecision":""},"priceFilter":null}""").getFirst();
        assertThat(pair.tickSize()).isNull();
        assertThat(pair.lotSize()).isNull();
        assertThat(pair.unifiedSymbol()).isEqualTo("NEW/USDT");
    }

    @Test
    void aPairThatDoesNotTradeIsLeftOutAndAKnownOneEnds() {
        Instrument known = BybitPairs.bitcoin();
        String halted = BybitSpotPayloads.PAIR.replace("\"Trading\"", "\"Halted\"");
        assertThat(BybitPairs.decoded(halted, InstrumentLookup.NONE))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
        Decoded.Listed ended =
                (Decoded.Listed) BybitPairs.decoded(halted, symbol -> known).getFirst();
        assertThat(ended.instrument().live()).isFalse();
    }

    @Test
    void aRowThatIsNoPairIsNamed() {
        assertThat(BybitPairs.decoded("{\"symbol\":\"ODDUSDT\",\"status\":\"Trading\"}", InstrumentLookup.NONE))
                .containsExactly(new Decoded.Malformed("ODDUSDT: baseCoin: expected a value, got nothing"));
    }
}
