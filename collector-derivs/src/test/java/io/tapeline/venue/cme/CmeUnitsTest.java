package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Counts are contracts of linear futures; worked by hand. The venue has no inverse and no quanto contract: its micro contracts
 * stand for the other size.
 */
class CmeUnitsTest {
    private final List<MarketEvent> events = new ArrayList<>();
    private final Normalizer normalizer =
            new Normalizer(CmeTests.venue(), List.of(), false, null, events::add, (line, reason) -> {
                throw new AssertionError(reason);
            });
    private long line;

    private void read(String url, String text) {
        normalizer.accept(new FrameLine.Frame(++line, null, CmeTests.frame(url, text, VenuePayload.RECEIVED)));
    }

    private <T extends MarketEvent> T first(Class<T> type, String symbol) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> event.instrumentId().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void readTheSpotPriceFirst() {
        read(CmePayloads.SPOT_URL, CmePayloads.SPOT);
    }

    @Test
    void openInterestInBitcoinIsFiveAContractAndATenthOfOneAMicro() {
        read(CmePayloads.SETTLEMENTS_URL, CmePayloads.SETTLEMENTS);
        OpenInterest whole = first(OpenInterest.class, "BTCX26");
        // 14302 x 5 BTC, at 91310.50 USD
        assertThat(whole.openInterest()).isEqualByComparingTo("14302");
        assertThat(whole.openInterestBase()).isEqualByComparingTo("71510");
        assertThat(whole.openInterestUsd()).isEqualTo("6529613855.00");

        String micro = CmePayloads.SETTLEMENTS_URL.replace("8478", "9024").replace("product=BTC", "product=MBT");
        read(micro, CmePayloads.SETTLEMENTS);
        // 14302 x 0.1 BTC, at 91310.50 USD
        assertThat(first(OpenInterest.class, "MBTX26").openInterestBase()).isEqualByComparingTo("1430.2");
        assertThat(first(OpenInterest.class, "MBTX26").openInterestUsd()).isEqualTo("130592277.10");
    }

    @Test
    void openInterestInEtherIsFiftyAContractAndATenthOfOneAMicro() {
        String page =
                "{\"settlements\":[{\"month\":\"DEC 26\",\"settle\":\"3012.50\",\"volume\":\"10\",\"openInterest\":\"2,000\"}]}";
        read(CmePayloads.SETTLEMENTS_URL.replace("product=BTC", "product=ETH"), page);
        read(CmePayloads.SETTLEMENTS_URL.replace("product=BTC", "product=MET"), page);
        // 2000 x 50 ETH = 100000 ETH, at 3012.50 USD; 2000 x 0.1 ETH = 200 ETH
        assertThat(first(OpenInterest.class, "ETHZ26").openInterestBase()).isEqualByComparingTo("100000");
        assertThat(first(OpenInterest.class, "ETHZ26").openInterestUsd()).isEqualTo("301250000.00");
        assertThat(first(OpenInterest.class, "METZ26").openInterestBase()).isEqualByComparingTo("200");
        assertThat(first(OpenInterest.class, "METZ26").openInterestUsd()).isEqualTo("602500.00");
    }

    @Test
    void theBasisIsTheFutureLessSpotAndAYearOfItInPercent() {
        read(CmePayloads.SETTLEMENTS_URL, CmePayloads.SETTLEMENTS);
        Settlement november = first(Settlement.class, "BTCX26");
        // 91310.50 - 91012.25; 7 days and 19 hours to the end at 16:00 in London on the 27th
        assertThat(november.basis()).isEqualByComparingTo("298.25");
        assertThat(november.daysToExpiry()).isEqualByComparingTo("7.79166666666666667");
        // 298.25 / 91012.25 x 365 / 7.791666... x 100
        assertThat(november.basisAnnualisedPct())
                .isBetween(new java.math.BigDecimal("15.351227253697"), new java.math.BigDecimal("15.351227253698"));
        assertThat(november.isFront()).isTrue();
        assertThat(first(Settlement.class, "BTCZ26").isFront()).isFalse();
    }

    @Test
    void aLaterStageOrAnotherFigureIsToldAgainAndTheSameIsNot() {
        read(CmePayloads.SETTLEMENTS_URL, CmePayloads.SETTLEMENTS);
        int before = events.size();
        read(CmePayloads.SETTLEMENTS_URL, CmePayloads.SETTLEMENTS);
        assertThat(events).hasSize(before);
        read(
                CmePayloads.SETTLEMENTS_URL,
                CmePayloads.SETTLEMENTS.replace("{\"settlements\"", "{\"reportType\":\"FINAL\",\"settlements\""));
        assertThat(events.subList(before, events.size()))
                .hasSize(2)
                .allMatch(event -> ((Settlement) event).metadata().get("stage").equals("final"));
    }
}
