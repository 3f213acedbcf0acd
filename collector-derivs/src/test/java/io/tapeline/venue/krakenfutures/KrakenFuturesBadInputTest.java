package io.tapeline.venue.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not as it should be costs itself alone. */
class KrakenFuturesBadInputTest {
    private final KrakenFuturesVenue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());
    private final RefusalRules refusals = venue.rest().refusals();

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE);
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    @Test
    void anErrorWithHttp200IsARefusalAndTooManyRequestsIsALimit() {
        assertThat(refusals.inAnswer("{\"result\":\"success\",\"instruments\":[]}"))
                .isEmpty();
        assertThat(refusals.inAnswer("{\"candles\":[]}")).isEmpty();
        assertThat(refusals.inAnswer("{\"result\":\"error\",\"error\":\"apiLimitExceeded\",\"serverTime\":\"x\"}"))
                .contains(Reason.LIMITED);
        assertThat(refusals.inAnswer("{\"result\":\"error\",\"error\":\"notFound\"}"))
                .contains(Reason.REFUSED);
        assertThat(refusals.message("{\"result\":\"error\",\"error\":\"notFound\"}"))
                .isEqualTo("notFound");
    }

    @Test
    void aGeoBlockIsToldFromAFault() {
        assertThat(refusals.reason(403, "<html>Forbidden</html>")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(404, "")).isEqualTo(Reason.REFUSED);
    }

    @Test
    void emptyListsSayNothing() {
        assertThat(decode("{\"feed\":\"trade_snapshot\",\"product_id\":\"PI_XBTUSD\",\"trades\":[]}"))
                .isEmpty();
        assertThat(decode(KrakenFuturesPayloads.rest(
                        "/derivatives/api/v3/historical-funding-rates",
                        "?symbol=PF_XBTUSD",
                        "{\"result\":\"success\",\"rates\":[]}")))
                .containsExactly(new Decoded.Ignored("no period is over"));
        assertThat(decode("{\"feed\":\"book_snapshot\",\"product_id\":\"PI_XBTUSD\",\"timestamp\":1,\"seq\":1,"
                        + "\"bids\":[],\"asks\":null}"))
                .hasOnlyElementsOfType(Decoded.BookUpdate.class);
    }

    @Test
    void oneBadTradeDoesNotSpoilItsNeighbours() {
        List<Decoded> decoded = decode("""
                {"feed":"trade_snapshot","product_id":"PI_XBTUSD","trades":[\
                {"uid":"a","side":"sell","type":"fill","seq":2,"time":1612269657781,"qty":440,"price":null},\
                {"uid":"b","side":"sell","type":"fill","seq":1,"time":1612269657781,"qty":440,"price":34893}]}
                """);
        assertThat(decoded).hasSize(2);
        assertThat(decoded.getLast()).isEqualTo(new Decoded.Malformed("price: expected a value, got nothing"));
    }

    @Test
    void newValuesDoNotStopAnything() {
        assertThat(decode("{\"event\":\"greet\"}")).hasOnlyElementsOfType(Decoded.Unknown.class);
        assertThat(decode("""
                {"feed":"trade","product_id":"PI_XBTUSD","uid":"a","side":"sell","type":"auction","seq":2,\
                "time":1612269657781,"qty":440,"price":3.4893E4}
                """)).hasSize(1).hasOnlyElementsOfType(Decoded.Event.class);
        assertThat(KrakenFuturesInstruments.listed(
                        "{\"instruments\":[{\"symbol\":\"OF_XBTUSD_X\",\"type\":\"options\",\"tradeable\":true}]}"))
                .isEmpty();
        assertThat(decode("{\"feed\":\"ticker\",\"product_id\":\"XX_XBTUSD\",\"time\":1}"))
                .containsExactly(
                        new Decoded.Malformed("product_id: expected a name such as PF_XBTUSD, got 'XX_XBTUSD'"));
    }

    @Test
    void withoutItsContractSizeNothingIsDerivedOfAnInverseProduct() {
        List<Instrument> instruments = KrakenFuturesInstruments.listed(
                KrakenFuturesPayloads.LISTING.replaceFirst("\"contractSize\":1", "\"contractSize\":null"));
        assertThat(instruments.getFirst().contractSize()).isNull();
        OpenInterest interest = SharedFrames.normalized(
                        venue,
                        instruments,
                        VenuePayload.stream(
                                        "",
                                        "{\"feed\":\"ticker\",\"product_id\":\"PI_XBTUSD\",\"time\":1676393235406,"
                                                + "\"markPrice\":21979.6,\"openInterest\":30072580.0}")
                                .frame(venue.feed()))
                .stream()
                .filter(OpenInterest.class::isInstance)
                .map(OpenInterest.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(interest.openInterestBase()).isNull();
        assertThat(interest.openInterestUsd()).isNull();
    }
}
