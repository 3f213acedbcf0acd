package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not as it should be costs itself alone. */
class KrakenBadInputTest {
    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());
    private final RefusalRules refusals = venue.rest().refusals();

    private List<Decoded> decode(VenuePayload payload) {
        return venue.decoder().decode(payload.frame(venue.feed()), InstrumentLookup.NONE);
    }

    private List<Decoded> decode(String text) {
        return decode(VenuePayload.stream("", text));
    }

    private static String ticker(String members) {
        return "{\"channel\":\"ticker\",\"type\":\"update\",\"data\":[{\"symbol\":\"NEW/USD\"," + members + "}]}";
    }

    @Test
    void anErrorWithHttp200IsARefusalAndTooManyRequestsIsALimit() {
        assertThat(refusals.inAnswer("{\"error\":[],\"result\":{}}")).isEmpty();
        assertThat(refusals.inAnswer("{\"error\":[\"EAPI:Rate limit exceeded\"]}"))
                .contains(Reason.LIMITED);
        assertThat(refusals.inAnswer("{ \"error\" : [ \"EGeneral:Too many requests\" ] }"))
                .contains(Reason.LIMITED);
        assertThat(refusals.inAnswer("{\"error\":[\"EService:Unavailable\"]}")).contains(Reason.UNAVAILABLE);
        assertThat(refusals.inAnswer("{\"error\":[\"EService:Busy\"]}")).contains(Reason.UNAVAILABLE);
        assertThat(refusals.inAnswer("{\"error\":[\"EQuery:Unknown asset pair\"]}"))
                .contains(Reason.REFUSED);
        assertThat(refusals.message("{\"error\":[\"EQuery:Unknown asset pair\"]}"))
                .isEqualTo("EQuery:Unknown asset pair");
    }

    @Test
    void aGeoBlockIsToldFromAFault() {
        assertThat(refusals.reason(403, "<html>Forbidden</html>")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(451, "")).isEqualTo(Reason.BLOCKED);
        assertThat(refusals.reason(404, "")).isEqualTo(Reason.REFUSED);
    }

    @Test
    void aRefusalWithoutASymbolIsThatOfTheWholeRequest() {
        assertThat(decode("{\"error\":\"ESession:Invalid session\",\"method\":\"subscribe\",\"req_id\":42,"
                        + "\"status\":\"error\",\"success\":false}"))
                .containsExactly(new Decoded.Rejected("42", "ESession:Invalid session"));
        assertThat(decode("{\"error\":\"Malformed request\",\"method\":\"error\",\"success\":false}"))
                .containsExactly(new Decoded.Rejected(null, "Malformed request"));
    }

    @Test
    void aVenueThatIsBusyRefusesNothing() {
        assertThat(decode("{\"error\":\"EService:Unavailable\",\"method\":\"subscribe\",\"req_id\":17,"
                        + "\"success\":false,\"symbol\":\"BTC/USD\"}"))
                .containsExactly(new Decoded.Ignored("EService:Unavailable"));
    }

    @Test
    void maintenanceIsTheEndOfAConnectionAndOtherStatesAreNot() {
        assertThat(decode(status("maintenance"))).hasOnlyElementsOfType(Decoded.Closing.class);
        for (String other : List.of("online", "cancel_only", "post_only", "something_new")) {
            assertThat(decode(status(other))).containsExactly(new Decoded.Ignored("the system is " + other));
        }
    }

    private static String status(String system) {
        return "{\"channel\":\"status\",\"data\":[{\"api_version\":\"v2\",\"connection_id\":18266300427528990701,"
                + "\"system\":\"" + system + "\",\"version\":\"2.0.6\"}],\"type\":\"update\"}";
    }

    @Test
    void aPairWithoutAMarketHasNoQuoteAndOneWithoutOneSideHasTheOther() {
        assertThat(decode(ticker("\"bid\":0,\"bid_qty\":0,\"ask\":0.0,\"ask_qty\":0,"
                        + "\"timestamp\":\"1970-01-01T00:00:00.000000Z\"")))
                .containsExactly(new Decoded.Ignored("NEW/USD has no market"));
        Quote quote = (Quote) ((Decoded.Event) decode(ticker("\"bid\":0.5,\"bid_qty\":3,\"ask\":0,\"ask_qty\":0"))
                        .getFirst())
                .event();
        assertThat(quote.bidSize()).hasToString("3");
        assertThat(quote.askPrice()).isNull();
        assertThat(quote.askSize()).isNull();
    }

    @Test
    void exponentsAreResolved() {
        List<Decoded> decoded = decode("""
                {"channel":"trade","type":"update","data":[{"symbol":"PEPE/USD","side":"sell","price":1.2345E-5,\
                "qty":1e7,"ord_type":"limit","trade_id":9,"timestamp":"2026-05-27T12:43:11.798009Z"}]}""");
        Trade trade = (Trade) ((Decoded.Event) decoded.getFirst()).event();
        assertThat(trade.price().toPlainString()).isEqualTo("0.000012345");
        assertThat(trade.size().toPlainString()).isEqualTo("10000000");
        assertThat(KrakenInstruments.listed(VenuePayload.stream(
                        "instrument",
                        KrakenPayloads.INSTRUMENTS
                                .text()
                                .replace("\"qty_increment\":0.00000001", "\"qty_increment\":1e-8"))))
                .allMatch(i -> i.lotSize().toPlainString().equals("0.00000001"));
    }

    @Test
    void oneBadRowDoesNotSpoilItsNeighbours() {
        List<Decoded> decoded = decode(VenuePayload.stream(
                "", KrakenPayloads.TRADES.text().replace("\"trade_id\":70635299", "\"trade_id\":null")));
        assertThat(decoded).hasSize(2);
        assertThat(decoded.getFirst()).isEqualTo(new Decoded.Malformed("trade_id: expected a value, got nothing"));
        assertThat(decode(KrakenPayloads.TRADES.text().replace("\"side\":\"buy\"", "\"side\":\"none\"")))
                .first()
                .isEqualTo(new Decoded.Malformed("side: expected buy or sell, got 'none'"));
    }

    @Test
    void aSymbolThatIsNoPairIsNamed() {
        assertThat(decode(KrakenPayloads.TICKER.text().replace("BTC/USD", "XBTUSD")))
                .containsExactly(new Decoded.Malformed("symbol: expected a pair such as BTC/USD, got 'XBTUSD'"));
    }

    @Test
    void emptyListsSayNothing() {
        assertThat(decode("{\"channel\":\"trade\",\"type\":\"update\",\"data\":[]}"))
                .isEmpty();
        assertThat(decode("{\"channel\":\"book\",\"type\":\"snapshot\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":[],"
                        + "\"asks\":null,\"checksum\":0}]}"))
                .hasOnlyElementsOfType(Decoded.BookUpdate.class);
        assertThat(decode(KrakenPayloads.rest(
                        "/0/public/Trades",
                        "?pair=XBTUSD",
                        "{\"error\":[],\"result\":{\"XXBTZUSD\":[],\"last\":\"0\"}}")))
                .isEmpty();
    }

    @Test
    void newValuesDoNotStopAnything() {
        assertThat(decode("{\"channel\":\"candles\",\"data\":[]}")).hasOnlyElementsOfType(Decoded.Unknown.class);
        assertThat(decode("{\"method\":\"greet\",\"success\":true}")).hasOnlyElementsOfType(Decoded.Unknown.class);
        assertThat(decode("{\"event\":\"heartbeat\"}")).hasOnlyElementsOfType(Decoded.Unknown.class);
        assertThat(KrakenInstruments.listed(KrakenPayloads.rest(
                        "/0/public/AssetPairs",
                        "",
                        KrakenPayloads.LISTING.text().replace("\"status\":\"online\"", "\"status\":\"dreaming\""))))
                .hasSize(3);
    }

    @Test
    void anAnswerThatIsAnErrorListsNothing() {
        assertThat(decode(KrakenPayloads.rest("/0/public/AssetPairs", "", "{\"error\":[\"EService:Busy\"]}")))
                .containsExactly(new Decoded.Rejected(null, "EService:Busy"));
    }
}
