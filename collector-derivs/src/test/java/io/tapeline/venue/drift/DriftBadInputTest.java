package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Trade;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftBadInputTest {
    private static List<Decoded> decode(VenuePayload payload, String from, String to) {
        return DriftPayloads.decode(payload.withText(payload.text().replace(from, to)));
    }

    @Test
    void errorsOfBothSocketsAreRefusalsInTheirOwnWords() {
        assertThat(DriftPayloads.decode(
                        VenuePayload.stream("", "{\"type\":\"error\",\"message\":\"Auth is needed.\"}")))
                .containsExactly(new Decoded.Rejected(null, "Auth is needed."));
        assertThat(DriftPayloads.decode(VenuePayload.stream(
                        "", "{\"channel\":\"orderbook\",\"error\":\"Error subscribing to channel\"}")))
                .containsExactly(new Decoded.Rejected(null, "orderbook: Error subscribing to channel"));
    }

    @Test
    void forbiddenIsABlockAndNoFault() {
        RefusalRules rules = new DriftRest(DriftPayloads.settings()).refusals();
        assertThat(rules.reason(403, "{\"message\":\"Forbidden\"}")).isEqualTo(RestResult.Reason.BLOCKED);
        assertThat(rules.reason(451, "")).isEqualTo(RestResult.Reason.BLOCKED);
        assertThat(rules.message("{\"message\":\"Forbidden\"}")).isEqualTo("Forbidden");
        assertThat(DriftPayloads.decode(DriftPayloads.FILLS.withText("{\"message\":\"Forbidden\"}")))
                .containsExactly(new Decoded.Rejected(null, "Forbidden"));
    }

    @Test
    void emptyListsAreNoFault() {
        assertThat(DriftPayloads.decode(DriftPayloads.FILLS.withText(
                        "{\"success\":true,\"records\":[],\"meta\":{\"records\":0,\"nextPage\":null}}")))
                .isEmpty();
        assertThat(DriftPayloads.decode(DriftPayloads.MARKETS.withText("{\"success\":true,\"markets\":[]}")))
                .isEmpty();
        assertThat(DriftPayloads.decode(DriftPayloads.LOANS.withText("{\"rates\":[]}")))
                .isEmpty();
    }

    @Test
    void whatIsNullOfAMarketIsLeftOut() {
        VenuePayload bare = DriftPayloads.MARKETS.withText(DriftPayloads.MARKETS
                .text()
                .replace("{\"long\":\"471252.73\",\"short\":\"-471093.53\"}", "null")
                .replace("{\"long\":\"-0.000022\",\"short\":\"0.000022\"}", "{\"long\":null,\"short\":null}"));
        assertThat(DriftDecoderTest.events(OpenInterest.class, bare)).isEmpty();
        assertThat(DriftDecoderTest.events(FundingRate.class, bare)).isEmpty();
        assertThat(DriftPayloads.decode(bare))
                .filteredOn(Decoded.Listed.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aDirectionNobodyKnowsIsNamed() {
        assertThat(decode(DriftPayloads.FILLS, "\"long\"", "\"sideways\""))
                .contains(new Decoded.Malformed("takerOrderDirection: expected long or short, got 'sideways'"));
    }

    @Test
    void anExplanationNobodyKnowsIsStillAFill() {
        VenuePayload other = DriftPayloads.FILLS.withText(
                DriftPayloads.FILLS.text().replace("orderFilledWithAmmJit", "orderFilledWithMagic"));
        assertThat(DriftDecoderTest.events(Trade.class, other)).hasSize(1);
    }

    @Test
    void scientificNotationIsTheSameNumber() {
        assertThat(decode(DriftPayloads.FILLS, "\"0.260000000\"", "2.6e-1"))
                .isEqualTo(DriftPayloads.decode(DriftPayloads.FILLS));
    }

    @Test
    void aFillOfNothingAndAPriceOfZeroAreNamed() {
        assertThat(decode(DriftPayloads.FILLS, "0.260000000", "0"))
                .contains(new Decoded.Malformed("baseAssetAmountFilled: expected a size over zero, got '0'"));
        assertThat(decode(DriftPayloads.FUNDING, "84.693889", "0"))
                .containsExactly(new Decoded.Malformed("oraclePriceTwap: expected a price over zero, got '0'"));
    }

    @Test
    void fillsThatOnlyNumberTheirMarketAreNotGuessed() {
        String numbered = DriftPayloads.FILL.replace("\"symbol\":\"SOL-PERP\",", "");
        assertThat(DriftPayloads.decode(
                        VenuePayload.stream("", "{\"channel\":\"trades_perp_0\",\"data\":" + numbered + "}")))
                .containsExactly(new Decoded.Ignored("a fill of a market that is only numbered"));
    }

    @Test
    void hostsOfDriftAreToldToBeFrozen() {
        DriftSettings drift = DriftSettings.on(
                List.of("https://data.api.drift.trade"), List.of(DriftPayloads.DLOB), "wss://x/ws", "wss://y/ws");
        assertThat(drift.frozen()).containsExactly("https://data.api.drift.trade");
        assertThat(DriftPayloads.settings().frozen()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> new DriftSettings(
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("d"),
                        List.of("1"),
                        minute,
                        minute,
                        minute,
                        "bips"))
                .hasMessage("tapeline.velocity.loan-unit: expected fraction or percent, got bips");
        assertThatThrownBy(() -> new DriftSettings(
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("d"),
                        List.of("2"),
                        minute,
                        minute,
                        minute,
                        "percent"))
                .hasMessageStartingWith("tapeline.velocity.candle-resolutions: expected some of");
    }
}
