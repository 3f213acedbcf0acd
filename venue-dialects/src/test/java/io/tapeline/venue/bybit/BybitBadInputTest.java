package io.tapeline.venue.bybit;

import static io.tapeline.venue.bybit.BybitReading.decoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BybitBadInputTest {
    private final RefusalRules refusals = new BybitRefusals();

    @Test
    void aRefusedSubscriptionCarriesTheVenuesWords() {
        assertThat(decoded("""
                {"success":false,"ret_msg":"error:handler not found,topic:liquidation.BTCUSDT","conn_id":"d9","req_id":"3",\
                "op":"subscribe"}"""))
                .containsExactly(new Decoded.Rejected("3", "error:handler not found,topic:liquidation.BTCUSDT"));
        assertThat(decoded("{\"success\":false,\"op\":\"subscribe\"}"))
                .containsExactly(new Decoded.Rejected(null, "no reason given"));
    }

    @Test
    void whatIsSubscribedAlreadyIsNoRefusal() {
        assertThat(decoded("""
                {"success":false,"ret_msg":"error:already subscribed,topic:publicTrade.BTCUSDT","conn_id":"d9",\
                "req_id":"4","op":"subscribe"}""")).containsExactly(new Decoded.Acknowledged("4"));
    }

    @Test
    void anErrorInAnAnswerOfTwoHundredIsARefusal() {
        assertThat(
                        decoded(
                                BybitPayloads.result("kline", "symbol=X&interval=1", "{}")
                                        .withText(
                                                "{\"retCode\":10001,\"retMsg\":\"params error\",\"result\":{},\"time\":1795168800000}")))
                .containsExactly(new Decoded.Rejected(null, "10001 params error"));
        assertThat(reason(10001)).isEqualTo(Reason.REFUSED);
        assertThat(reason(10029)).isEqualTo(Reason.REFUSED);
        assertThat(reason(10006)).isEqualTo(Reason.LIMITED);
        assertThat(reason(10016)).isEqualTo(Reason.UNAVAILABLE);
        assertThat(reason(10009)).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.inAnswer("{\"retCode\":0,\"retMsg\":\"OK\"")).isEmpty();
    }

    private Reason reason(int code) {
        return refusals.inAnswer("{\"retCode\":" + code + ",\"retMsg\":\"no\",\"result\":{}")
                .orElseThrow();
    }

    @Test
    void tooManyRequestsAndAPlaceThatIsNotServedAreBoth403() {
        String tooMany = "{\"retCode\":10018,\"retMsg\":\"access too frequent\"}";
        assertThat(refusals.reason(403, tooMany)).isEqualTo(Reason.LIMITED);
        assertThat(refusals.quiet(403, tooMany)).contains(Duration.ofMinutes(10));
        assertThat(refusals.reason(403, "Access too frequent.")).isEqualTo(Reason.LIMITED);
        assertThat(
                        refusals.reason(
                                403,
                                "<html>The Amazon CloudFront distribution is configured to block access from your country</html>"))
                .isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(403, "")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.quiet(429, "")).contains(Duration.ofSeconds(5));
    }

    @Test
    void emptyListsSayNothing() {
        assertThat(decoded("{\"topic\":\"publicTrade.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1,\"data\":[]}"))
                .isEmpty();
        assertThat(decoded(BybitPayloads.listing("[]", ""))).allMatch(Decoded.Ignored.class::isInstance);
        assertThat(decoded(BybitPayloads.result("recent-trade", "symbol=BTCUSDT", "{\"list\":[]}")))
                .isEmpty();
    }

    @Test
    void oneBadTradeDoesNotSpoilItsNeighbours() {
        List<Decoded> trades = decoded(BybitPayloads.TRADES.text().replaceFirst("\"v\":\"0.015\"", "\"v\":null"));
        assertThat(trades).hasSize(2);
        assertThat(trades.getFirst()).isEqualTo(new Decoded.Malformed("v: expected a value, got nothing"));
        assertThat(trades.getLast()).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void newSidesAreUnknownAndNewTypesRefused() {
        Trade trade =
                BybitReading.event(Trade.class, BybitPayloads.TRADES.text().replaceFirst("\"Buy\"", "\"Both\""));
        assertThat(trade.side()).isEqualTo(Side.UNKNOWN);
        assertThat(decoded(BybitPayloads.FIRST.text().replace("\"delta\"", "\"patch\"")))
                .containsExactly(new Decoded.Malformed("type: expected snapshot or delta, got 'patch'"));
    }

    @Test
    void numbersInScientificNotationAreResolved() {
        Trade trade = BybitReading.event(
                Trade.class, BybitPayloads.TRADES.text().replaceFirst("\"v\":\"0.015\"", "\"v\":\"1.5E-2\""));
        assertThat(trade.size()).isEqualTo("0.015");
    }

    @Test
    void aNewContractTypeOrStatusDoesNotHideAContract() {
        Instrument contract = BybitInstruments.listed(
                        BybitPayloads.PERPETUAL.replace("LinearPerpetual", "LinearEternal"))
                .getFirst();
        assertThat(contract.id()).isEqualTo(BybitInstruments.perpetual().id());
        Instrument known = BybitInstruments.perpetual();
        List<Decoded> halted =
                BybitInstruments.decoded(BybitPayloads.PERPETUAL.replace("\"Trading\"", "\"Halted\""), symbol -> known);
        assertThat(((Decoded.Listed) halted.getFirst()).instrument().live()).isFalse();
    }

    @Test
    void contractsThatAreNotTradedAreLeftOut() {
        for (String status : List.of("PreLaunch", "Closed", "Delivering")) {
            assertThat(BybitInstruments.decoded(
                            BybitPayloads.PERPETUAL.replace("Trading", status), InstrumentLookup.NONE))
                    .singleElement()
                    .isInstanceOf(Decoded.Ignored.class);
        }
    }

    @Test
    void aContractWithoutStepsIsListedWithoutThem() {
        Instrument contract = BybitInstruments.listed("""
                {"symbol":"NEWUSDT","contractType":"LinearPerpetual","status":"Trading","baseCoin":"NEW",\
                "quoteCoin":"USDT","settleCoin":"","launchTime":"","deliveryTime":"","priceFilter":null}""").getFirst();
        assertThat(contract.tickSize()).isNull();
        assertThat(contract.lotSize()).isNull();
        assertThat(contract.listedAt()).isNull();
        assertThat(contract.unifiedSymbol()).isEqualTo("NEW/USDT:USDT");
    }

    @Test
    void aRowThatIsNoInstrumentIsNamed() {
        assertThat(BybitInstruments.decoded("{\"symbol\":\"ODDUSDT\",\"status\":\"Trading\"}", InstrumentLookup.NONE))
                .containsExactly(new Decoded.Malformed("ODDUSDT: baseCoin: expected a value, got nothing"));
    }
}
