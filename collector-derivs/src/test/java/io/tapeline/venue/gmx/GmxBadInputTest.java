package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.BorrowRate;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

class GmxBadInputTest {
    private static List<Decoded> decode(VenuePayload payload, String from, String to) {
        return GmxPayloads.decode(payload.withText(payload.text().replace(from, to)), GmxPayloads.instruments());
    }

    @Test
    void anErrorOfTheApiIsARefusalInItsOwnWords() {
        String error = "{\"code\":\"BAD_REQUEST\",\"message\":\"limit must not exceed 300\",\"traceId\":\"1f\"}";
        assertThat(GmxPayloads.decode(GmxPayloads.TRADES.withText(error), InstrumentLookup.NONE))
                .containsExactly(new Decoded.Rejected(null, "limit must not exceed 300"));
        assertThat(new GmxRest(GmxAdapterTest.settings()).refusals().message(error))
                .isEqualTo("limit must not exceed 300");
    }

    @Test
    void anErrorOfTheIndexIsARefusalInItsOwnWords() {
        assertThat(GmxPayloads.decode(
                        GmxPayloads.FUNDING.withText("{\"errors\":[{\"message\":\"canceling statement\"}]}"),
                        InstrumentLookup.NONE))
                .containsExactly(new Decoded.Rejected(null, "canceling statement"));
    }

    @Test
    void aGeoBlockIsToldFromAFault() {
        RefusalRules rules = new GmxRest(GmxAdapterTest.settings()).refusals();
        assertThat(rules.reason(403, "")).isEqualTo(RestResult.Reason.BLOCKED);
        assertThat(rules.reason(451, "")).isEqualTo(RestResult.Reason.BLOCKED);
        assertThat(rules.reason(404, "")).isEqualTo(RestResult.Reason.REFUSED);
    }

    @Test
    void emptyListsAreNoFault() {
        assertThat(decode(GmxPayloads.PRICES.withText("[]"), "", "")).isEmpty();
        assertThat(decode(GmxPayloads.STATES.withText("[]"), "", "")).isEmpty();
        assertThat(decode(GmxPayloads.MARKETS.withText("{\"markets\":[]}"), "", ""))
                .isEmpty();
        assertThat(decode(GmxPayloads.TRADES.withText("{\"trades\":[],\"hasMore\":false}"), "", ""))
                .isEmpty();
    }

    @Test
    void aSideThatIsNullIsLeftOut() {
        VenuePayload half = GmxPayloads.STATES.withText(GmxPayloads.STATES
                .text()
                .replace("\"fundingRateShort\":\"22076886797965905200535600\"", "\"fundingRateShort\":null")
                .replace("\"borrowingRateShort\":\"0\"", "\"borrowingRateShort\":null"));
        assertThat(GmxDecoderTest.events(FundingRate.class, half).getFirst().metadata())
                .containsOnlyKeys("rate_long");
        assertThat(GmxDecoderTest.events(BorrowRate.class, half)).hasSize(1);
    }

    @Test
    void anOrderTypeNobodyKnowsIsUnknownAndItsNeighboursAreRead() {
        List<Decoded> decoded = decode(GmxPayloads.TRADES, "\"orderType\":4", "\"orderType\":12");
        assertThat(decoded).contains(new Decoded.Unknown("orderType 12"));
        assertThat(decoded)
                .filteredOn(part -> part instanceof Decoded.Event event && event.event() instanceof Trade)
                .hasSize(2);
    }

    @Test
    void scientificNotationIsTheSameNumber() {
        assertThat(decode(GmxPayloads.TRADES, "615363870277724850000000000", "6.1536387027772485e26"))
                .isEqualTo(GmxPayloads.decode(GmxPayloads.TRADES, GmxPayloads.instruments()));
    }

    @Test
    void aFractionOfTheSmallestUnitIsNamed() {
        assertThat(decode(GmxPayloads.STATES, "20133947528265847430278800", "2.5"))
                .containsExactly(new Decoded.Malformed("fundingRateLong: expected a whole number, got '-2.5'"));
    }

    @Test
    void withoutDecimalsNothingIsGuessed() {
        assertThat(GmxPayloads.decode(GmxPayloads.TRADES, InstrumentLookup.NONE))
                .noneMatch(Decoded.Event.class::isInstance);
        assertThat(GmxPayloads.decode(GmxPayloads.PRICES, InstrumentLookup.NONE))
                .noneMatch(Decoded.Event.class::isInstance);
        assertThat(GmxPayloads.decode(GmxPayloads.MARKETS, InstrumentLookup.NONE))
                .filteredOn(Decoded.Listed.class::isInstance)
                .isNotEmpty()
                .allMatch(part -> part instanceof Decoded.Listed(Instrument market) && market.lotSize() == null);
    }

    @Test
    void decimalsThatCannotBeAreNamed() {
        assertThat(decode(GmxPayloads.TOKENS, "\"decimals\":18", "\"decimals\":180"))
                .contains(new Decoded.Malformed("decimals: expected 0 to 30, got 180"));
    }

    @Test
    void aPriceOfZeroIsNone() {
        assertThat(decode(GmxPayloads.PRICES, "\"2049525498631329\"", "\"0\""))
                .contains(new Decoded.Malformed("minPrice: expected a price over zero, got '0'"));
    }

    @Test
    void theOtherListingsOfTheNewerApiAreNotTakenForThoseOfTheKeepers() {
        VenuePayload newer =
                VenuePayload.answer("", GmxPayloads.API + "/v1/markets/info", GmxPayloads.KEEPER_STATES.text());
        assertThat(GmxPayloads.decode(newer, GmxPayloads.instruments()))
                .containsExactly(new Decoded.Unknown("an answer to /v1/markets/info"));
    }
}
