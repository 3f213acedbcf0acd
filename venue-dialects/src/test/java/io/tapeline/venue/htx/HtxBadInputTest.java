package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not as it should be costs itself alone. */
class HtxBadInputTest {
    private final HtxSwapVenue venue = new HtxSwapVenue(HtxSettings.defaults());
    private final RefusalRules refusals = venue.rest().refusals();

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE);
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    @Test
    void anErrorWithHttp200IsARefusalAndTooManyRequestsIsALimit() {
        assertThat(refusals.inAnswer("{\"status\":\"ok\",\"data\":[]}")).isEmpty();
        assertThat(refusals.inAnswer("{\"code\":200,\"msg\":\"\",\"data\":[]}")).isEmpty();
        assertThat(refusals.inAnswer(
                        "{\"status\":\"error\",\"err_code\":1014,\"err_msg\":\"contract doesnt exist.\",\"ts\":1}"))
                .contains(Reason.REFUSED);
        assertThat(refusals.inAnswer(
                        "{\"status\":\"error\",\"err_code\":1032,\"err_msg\":\"too many requests\",\"ts\":1}"))
                .contains(Reason.LIMITED);
        assertThat(refusals.inAnswer("{\"code\":1032,\"msg\":\"too many requests\"}"))
                .contains(Reason.LIMITED);
        assertThat(refusals.message("{\"status\":\"error\",\"err-code\":\"bad-request\",\"err-msg\":\"bad size\"}"))
                .isEqualTo("bad size");
    }

    @Test
    void aGeoBlockIsToldFromAFault() {
        assertThat(refusals.reason(403, "<html>Forbidden</html>")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(404, "")).isEqualTo(Reason.REFUSED);
    }

    @Test
    void anErrorThatNamesNoRequestIsARefusalWithoutOne() {
        assertThat(decode("{\"status\":\"error\",\"ts\":1,\"id\":\"\",\"err-code\":\"bad-request\","
                        + "\"err-msg\":\"not json\"}"))
                .containsExactly(new Decoded.Rejected(null, "bad-request: not json"));
    }

    @Test
    void aMaintenanceNoticeIsUnderstood() {
        assertThat(decode("{\"op\":\"notify\",\"topic\":\"public.linear-swap.heartbeat\",\"event\":\"init\","
                        + "\"ts\":1580815422403,\"data\":{\"heartbeat\":0,\"estimated_recovery_time\":1}}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void emptyListsSayNothing() {
        assertThat(decode("{\"op\":\"notify\",\"topic\":\"public.*.funding_rate\",\"ts\":1,\"data\":[]}"))
                .isEmpty();
        assertThat(decode("{\"ch\":\"market.BTC-USDT.trade.detail\",\"ts\":1,\"tick\":{\"data\":[]}}"))
                .isEmpty();
        assertThat(decode(HtxSwapPayloads.rest(
                        "/linear-swap-ex/market/history/trade",
                        "contract_code=BTC-USDT",
                        "{\"status\":\"ok\",\"data\":[],\"ts\":1}")))
                .isEmpty();
    }

    @Test
    void oneBadTradeDoesNotSpoilItsNeighbours() {
        List<Decoded> decoded = decode("""
                {"ch":"market.BTC-USDT.trade.detail","ts":1,"tick":{"data":[\
                {"amount":2,"ts":1666114554480,"id":1,"price":null,"direction":"buy"},\
                {"amount":2,"ts":1666114554480,"id":2,"price":19425,"direction":"buy"}]}}
                """);
        assertThat(decoded).hasSize(2);
        assertThat(decoded.getFirst()).isEqualTo(new Decoded.Malformed("price: expected a value, got nothing"));
        assertThat(decoded.getLast()).isInstanceOf(Decoded.Event.class);
    }

    @Test
    void aFundingRateThatIsNotThereYetIsNoFault() {
        assertThat(decode("{\"op\":\"notify\",\"topic\":\"public.X-USDT.funding_rate\",\"ts\":1,\"data\":[{"
                        + "\"contract_code\":\"X-USDT\",\"funding_rate\":null,\"settlement_time\":null}]}"))
                .hasOnlyElementsOfType(Decoded.Ignored.class);
    }

    @Test
    void newValuesOfOldFieldsDoNotStopAnything() {
        String listing = HtxSwapPayloads.LISTING.replaceFirst("\"contract_status\":1", "\"contract_status\":42");
        assertThat(HtxInstruments.listed(venue, listing).getFirst().live()).isTrue();
        assertThat(decode("{\"op\":\"greet\"}")).hasOnlyElementsOfType(Decoded.Unknown.class);
        assertThat(decode("{\"ch\":\"market.BTC-USDT.depth.size_20.high_freq\",\"ts\":1,\"tick\":{\"bids\":[],"
                        + "\"asks\":[],\"event\":\"merge\",\"ts\":1,\"version\":2}}"))
                .containsExactly(new Decoded.Malformed("event: expected snapshot or update, got 'merge'"));
    }

    @Test
    void aContractWithoutItsSizeIsListedWithoutIt() {
        String listing = HtxSwapPayloads.LISTING.replaceFirst("\"contract_size\":[0-9.]+", "\"contract_size\":null");
        Instrument instrument = HtxInstruments.listed(venue, listing).getFirst();
        assertThat(instrument.symbol()).isEqualTo("BTC-USDT");
        assertThat(instrument.contractSize()).isNull();
    }
}
