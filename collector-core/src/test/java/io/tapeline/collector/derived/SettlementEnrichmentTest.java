package io.tapeline.collector.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded.ReferencePrice;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import io.tapeline.model.json.IsoMicros;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettlementEnrichmentTest {
    private static final long DAY = 86_400_000_000L;

    private final Map<String, Instrument> instruments = new HashMap<>();
    private final SettlementEnrichment enrichment = new SettlementEnrichment(instruments::get);

    SettlementEnrichmentTest() {
        list("NOV", "2026-11-27T16:00:00.000000Z");
        list("DEC", "2026-12-24T16:00:00.000000Z");
        list("JAN", "2027-01-29T16:00:00.000000Z");
    }

    private void list(String symbol, String expiry) {
        instruments.put(
                symbol,
                new Instrument(
                        id(symbol),
                        "BTC",
                        "USD",
                        "USD",
                        null,
                        BigDecimal.valueOf(5),
                        ContractType.LINEAR,
                        null,
                        null,
                        IsoMicros.parse(expiry),
                        null,
                        null,
                        Sector.of("BTC"),
                        null,
                        null,
                        null,
                        null));
    }

    private static InstrumentId id(String symbol) {
        return new InstrumentId("toy", Market.FUTURE, symbol);
    }

    private static long fixed(String date) {
        return IsoMicros.parse(date + "T21:00:00.000000Z");
    }

    private static BigDecimal d(Object number) {
        return number == null ? null : new BigDecimal(number.toString());
    }

    private static Settlement settled(String symbol, String date, Object interest, Object volume) {
        return new Settlement(
                Header.venue(id(symbol), fixed(date), fixed(date) + DAY),
                d("101000"),
                date,
                d(interest),
                d(volume),
                null,
                null,
                null,
                false,
                false,
                Map.of("stage", "final"));
    }

    /** Fronts and rolls of a day: {@code NOV}, {@code DEC roll}. */
    private List<String> fronts(Settlement... day) {
        List<String> fronts = new ArrayList<>();
        for (Settlement settlement : enrichment.enrich(List.of(day))) {
            if (settlement.isFront()) {
                fronts.add(settlement.instrumentId().symbol() + (settlement.roll() ? " roll" : ""));
            }
        }
        return fronts;
    }

    @Test
    void basisIsAgainstTheSpotPriceOfThatVeryInstant() {
        // 1000 over 100000 is 1 %; to the end it is 7 days and 19 hours.
        enrichment.reference(new ReferencePrice("BTC", fixed("2026-11-19"), d("100000")));
        Settlement settlement =
                enrichment.enrich(List.of(settled("NOV", "2026-11-19", 1, 1))).getFirst();
        assertThat(settlement.basis()).isEqualByComparingTo("1000");
        assertThat(settlement.daysToExpiry()).isEqualByComparingTo("7.79166666666666667");
        // 36500 / 7.791666... = 46.844919786...
        assertThat(settlement.basisAnnualisedPct()).isEqualByComparingTo("46.8449197860962567");
    }

    @Test
    void withoutThatPriceThereIsNoBasis() {
        enrichment.reference(new ReferencePrice("BTC", fixed("2026-11-19") + 60_000_000, d("100000")));
        enrichment.reference(new ReferencePrice("ETH", fixed("2026-11-19"), d("3000")));
        Settlement settlement =
                enrichment.enrich(List.of(settled("NOV", "2026-11-19", 1, 1))).getFirst();
        assertThat(settlement.basis()).isNull();
        assertThat(settlement.basisAnnualisedPct()).isNull();
        assertThat(settlement.daysToExpiry()).isNotNull();
    }

    @Test
    void aContractThatHasExpiredHasABasisAndNoAnnualOne() {
        enrichment.reference(new ReferencePrice("BTC", fixed("2026-11-27"), d("100000")));
        Settlement last =
                enrichment.enrich(List.of(settled("NOV", "2026-11-27", 1, 1))).getFirst();
        assertThat(last.basis()).isEqualByComparingTo("1000");
        assertThat(last.daysToExpiry()).isNegative();
        assertThat(last.basisAnnualisedPct()).isNull();
        assertThat(last.isFront()).isFalse();
    }

    @Test
    void openInterestOfTheDayItselfBeatsTheFigureBesideThePrice() {
        enrichment.interest(new OpenInterest(
                Header.venue(id("NOV"), fixed("2026-11-19"), fixed("2026-11-19") + DAY),
                d("14120"),
                null,
                null,
                Map.of("trade_date", "2026-11-19")));
        List<Settlement> both = enrichment.enrich(
                List.of(settled("NOV", "2026-11-19", 14302, 1), settled("DEC", "2026-11-19", 9480, 1)));
        assertThat(both).extracting(Settlement::openInterest).containsExactly(d(14120), d(9480));
        assertThat(both.getFirst().metadata()).containsEntry("open_interest_date", "2026-11-19");
    }

    @Test
    void theFrontMonthRollsOnTheDayALaterMonthHasMoreOpenInterest() {
        assertThat(fronts(settled("NOV", "2026-11-18", 100, 5), settled("DEC", "2026-11-18", 60, 9)))
                .containsExactly("NOV");
        assertThat(fronts(settled("NOV", "2026-11-19", 80, 9), settled("DEC", "2026-11-19", 81, 5)))
                .containsExactly("DEC roll");
        assertThat(fronts(settled("NOV", "2026-11-20", 90, 9), settled("DEC", "2026-11-20", 70, 5)))
                .as("the lead never goes back")
                .containsExactly("DEC");
    }

    @Test
    void moreVolumeCountsWhenItWasSoOnTwoTradeDates() {
        assertThat(fronts(settled("NOV", "2026-11-17", 100, 9), settled("DEC", "2026-11-17", 60, 5)))
                .containsExactly("NOV");
        assertThat(fronts(settled("NOV", "2026-11-18", 100, 5), settled("DEC", "2026-11-18", 60, 9)))
                .as("one day of more volume")
                .containsExactly("NOV");
        assertThat(fronts(settled("NOV", "2026-11-19", 100, 5), settled("DEC", "2026-11-19", 60, 9)))
                .containsExactly("DEC roll");
    }

    @Test
    void outcomeTokensAreNoMonthsOfAChain() {
        InstrumentId token = new InstrumentId("toy", Market.PREDICTION, "123");
        Instrument future = instruments.get("DEC");
        instruments.put(
                "123",
                new Instrument(
                        token,
                        "BTC",
                        "USD",
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        null,
                        future.expiry(),
                        null,
                        null,
                        Sector.MAJORS,
                        null,
                        null,
                        null,
                        null));
        Settlement won = new Settlement(
                Header.venue(token, fixed("2026-12-01"), fixed("2026-12-01")),
                BigDecimal.ONE,
                "2026-12-01",
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                Map.of());
        assertThat(enrichment.enrich(List.of(won))).containsExactly(won);
    }

    @Test
    void theFrontMonthRollsWhenItExpires() {
        assertThat(fronts(settled("NOV", "2026-11-25", 100, 9), settled("DEC", "2026-11-25", 60, 5)))
                .containsExactly("NOV");
        assertThat(fronts(settled("NOV", "2026-11-27", 100, 9), settled("DEC", "2026-11-27", 60, 5)))
                .containsExactly("DEC roll");
    }

    @Test
    void aDayWhoseTradeDateBeforeIsNotKnownHasNoRoll() {
        assertThat(fronts(settled("NOV", "2026-11-02", 100, 9), settled("DEC", "2026-11-02", 60, 5)))
                .containsExactly("NOV");
        assertThat(fronts(settled("NOV", "2026-11-19", 60, 9), settled("DEC", "2026-11-19", 100, 5)))
                .containsExactly("DEC");
    }

    private static Settlement besides(String symbol, Object interestBefore) {
        Settlement s = settled(symbol, "2026-11-19", interestBefore, 1);
        return new Settlement(
                s.header(),
                s.price(),
                s.tradeDate(),
                s.openInterest(),
                s.volume(),
                null,
                null,
                null,
                false,
                false,
                Map.of("stage", "final", "open_interest_date", "2026-11-18"));
    }

    private void atTheClose(String symbol, Object interest) {
        enrichment.interest(new OpenInterest(
                Header.venue(id(symbol), fixed("2026-11-19"), fixed("2026-11-19") + DAY),
                d(interest),
                null,
                null,
                Map.of("trade_date", "2026-11-19")));
    }

    @Test
    void theFiguresOfTheDayBeforeThatStandBesideAPriceAreEnoughToSeeARoll() {
        atTheClose("NOV", 80);
        atTheClose("DEC", 81);
        assertThat(fronts(besides("NOV", 100), besides("DEC", 60)))
                .as("as after a restart")
                .containsExactly("DEC roll");
    }

    @Test
    void aDayThatIsReadAgainSaysTheSame() {
        Settlement[] rolled = {settled("NOV", "2026-11-19", 80, 9), settled("DEC", "2026-11-19", 81, 5)};
        fronts(settled("NOV", "2026-11-18", 100, 5), settled("DEC", "2026-11-18", 60, 9));
        assertThat(fronts(rolled)).isEqualTo(fronts(rolled)).containsExactly("DEC roll");
    }

    @Test
    void daysThatComeTogetherAreTakenInOrder() {
        assertThat(fronts(
                        settled("DEC", "2026-11-19", 81, 5),
                        settled("NOV", "2026-11-19", 80, 9),
                        settled("NOV", "2026-11-18", 100, 5),
                        settled("DEC", "2026-11-18", 60, 9)))
                .containsExactly("NOV", "DEC roll");
    }

    @Test
    void aContractNobodyKnowsIsPassedOnAsItIs() {
        Settlement unknown = settled("XXX", "2026-11-19", 1, 1);
        assertThat(enrichment.enrich(List.of(unknown))).containsExactly(unknown);
    }
}
