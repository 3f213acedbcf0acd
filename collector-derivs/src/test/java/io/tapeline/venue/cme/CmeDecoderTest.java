package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmeDecoderTest {
    private static final long FIXED = EpochTime.of(Instant.parse("2026-11-19T21:00:00Z"));
    private static final long FIXED_BEFORE = EpochTime.of(Instant.parse("2026-11-18T21:00:00Z"));

    private static List<Decoded> settlements() {
        return CmeTests.decode(CmePayloads.SETTLEMENTS_URL, CmePayloads.SETTLEMENTS);
    }

    private static BigDecimal d(String digits) {
        return new BigDecimal(digits);
    }

    @Test
    void aSettlementIsOfTheInstantItsPriceWasFixedAndSaysItsDelay() {
        Settlement november = CmeTests.events(Settlement.class, settlements()).getFirst();
        assertThat(november.instrumentId().symbol()).isEqualTo("BTCX26");
        assertThat(november.header().timestamp()).isEqualTo(FIXED);
        assertThat(november.price()).isEqualTo(d("91310.50"));
        assertThat(november.volume()).isEqualTo(d("7214"));
        assertThat(november.tradeDate()).isEqualTo("2026-11-19");
        assertThat(november.metadata())
                .containsEntry("source", "public")
                .containsEntry("stage", "preliminary")
                // Received at 10:00 UTC on the 20th, thirteen hours after.
                .containsEntry("delay_minutes", d("780"))
                .containsEntry("open_interest_date", "2026-11-18");
    }

    @Test
    void openInterestBesideASettlementIsOfTheTradeDateBefore() {
        List<OpenInterest> interest = CmeTests.events(OpenInterest.class, settlements());
        assertThat(interest).extracting(OpenInterest::openInterest).containsExactly(d("14302"), d("9480"));
        assertThat(interest).allSatisfy(one -> {
            assertThat(one.header().timestamp()).isEqualTo(FIXED_BEFORE);
            assertThat(one.metadata()).containsEntry("trade_date", "2026-11-18").containsEntry("stage", "final");
        });
    }

    @Test
    void openInterestAtTheCloseIsOfTheDayItself() {
        List<OpenInterest> interest =
                CmeTests.events(OpenInterest.class, CmeTests.decode(CmePayloads.VOLUME_URL, CmePayloads.VOLUME));
        assertThat(interest).extracting(OpenInterest::openInterest).containsExactly(d("14120"), d("9890"));
        assertThat(interest.getFirst().header().timestamp()).isEqualTo(FIXED);
        assertThat(interest.getFirst().metadata()).containsEntry("stage", "final");
    }

    @Test
    void theSumOverAllMonthsIsNoContractAndWhatIsAbsentIsNotZero() {
        assertThat(CmeTests.events(Settlement.class, settlements()))
                .extracting(settlement -> settlement.instrumentId().symbol())
                .containsExactly("BTCX26", "BTCZ26");
        assertThat(CmeTests.listed(settlements()))
                .extracting(Instrument::symbol)
                .as("JLY is July, which has no settlement")
                .contains("BTCN27");
    }

    @ParameterizedTest
    @CsvSource({
        "'-',,",
        "'',,",
        "UNCH,,",
        "0-,,",
        "'1,547,837',1547837,false",
        "+12.00,12.00,false",
        "-5.00,-5.00,false",
        "7509.00B,7509.00,true",
        "' 90105.00A ',90105.00,true",
        "100.25C,100.25,true",
        "0,0,false"
    })
    void figuresFollowTheRulesOfTheSite(String written, BigDecimal value, Boolean indication) {
        CmeFigures.Figure figure = CmeFigures.figure("settle", written);
        if (value == null) {
            assertThat(figure).isNull();
        } else {
            assertThat(figure).isEqualTo(new CmeFigures.Figure(value, indication));
        }
    }

    @Test
    void aDayWithoutDataIsNoError() {
        assertThat(CmeTests.decode(CmePayloads.SETTLEMENTS_URL, "{\"settlements\":[],\"empty\":true}"))
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }

    @Test
    void theProductIsKnownByItsIdWhereTheFragmentIsLost() {
        String url = CmePayloads.SETTLEMENTS_URL.replaceFirst("#.*", "");
        assertThat(CmeTests.events(Settlement.class, CmeTests.decode(url, CmePayloads.SETTLEMENTS)))
                .hasSize(2);
    }

    @Test
    void contractsOfTheRuleHaveTheirSizesTicksAndExpiries() {
        List<Instrument> contracts = CmeTests.contracts();
        assertThat(contracts).filteredOn(Instrument::live).hasSize(4 * 7);
        assertThat(contracts).as("what ended before anybody knew it").allMatch(Instrument::live);
        Instrument december = find(contracts, "MBTZ26");
        assertThat(december.contractSize()).isEqualTo(d("0.1"));
        assertThat(december.contractType()).isEqualTo(ContractType.LINEAR);
        assertThat(december.tickSize()).isEqualTo(d("5.00"));
        assertThat(december.unifiedSymbol()).isEqualTo("BTC/USD:USD-261224");
        assertThat(december.expiry()).isEqualTo(EpochTime.of(Instant.parse("2026-12-24T16:00:00Z")));
        assertThat(find(contracts, "ETHH27").contractSize()).isEqualTo(d("50"));
        assertThat(find(contracts, "METH27").tickSize()).isEqualTo(d("0.50"));
        assertThat(find(contracts, "BTCH27").contractSize()).isEqualTo(d("5"));
    }

    @Test
    void aContractIsKeptForADayAfterItsEndAndThenToldToHaveEnded() {
        String url = new CmeCalls(CmeTests.everything()).contracts().uri().toString();
        long end = EpochTime.of(Instant.parse("2026-11-27T16:00:00Z"));
        Instrument november = find(CmeTests.contracts(), "BTCX26");
        InstrumentLookup known = symbol -> symbol.equals("BTCX26") ? november : null;
        long day = 86_400_000_000L;
        assertThat(find(listed(url, end + day - 1, known), "BTCX26").live()).isTrue();
        assertThat(find(listed(url, end + day, known), "BTCX26").endedAt()).isEqualTo(end);
        assertThat(listed(url, end + day, InstrumentLookup.NONE))
                .extracting(Instrument::symbol)
                .doesNotContain("BTCX26");
    }

    private static List<Instrument> listed(String url, long now, InstrumentLookup known) {
        return CmeTests.listed(CmeTests.decode(url, "{\"products\":[\"BTC\"]}", now, known));
    }

    @Test
    void aSavedPageIsFinalOnlyWhenItOrItsNameSaysSo() {
        assertThat(stage("BTC-2026-11-19.json")).isEqualTo("preliminary");
        assertThat(stage("BTC-2026-11-19_final.json")).isEqualTo("final");
    }

    private static Object stage(String name) {
        long weekLater = FIXED + 7 * 86_400_000_000L;
        return CmeTests.events(
                        Settlement.class,
                        CmeTests.decode(
                                "file:///data/cme/" + name, CmePayloads.SETTLEMENTS, weekLater, InstrumentLookup.NONE))
                .getFirst()
                .metadata()
                .get("stage");
    }

    private static Instrument find(List<Instrument> all, String symbol) {
        return all.stream().filter(i -> i.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    @Test
    void theContractCalendarBeatsTheRule() {
        Instrument january = CmeTests.listed(CmeTests.decode(CmePayloads.CALENDAR_URL, CmePayloads.CALENDAR))
                .getLast();
        assertThat(january.symbol()).isEqualTo("BTCF27");
        assertThat(january.expiry())
                .as("a day before the rule's")
                .isEqualTo(EpochTime.of(Instant.parse("2027-01-28T16:00:00Z")));
        InstrumentLookup known = symbol -> symbol.equals("BTCF27") ? january : null;
        String url = new CmeCalls(CmeTests.everything()).contracts().uri().toString();
        List<Instrument> listedAgain = CmeTests.listed(CmeTests.decode(url, "{\"products\":[\"BTC\"]}", FIXED, known));
        assertThat(find(listedAgain, "BTCF27")).isEqualTo(january);
    }

    @Test
    void aDelayedPriceHasItsOwnTimeAndOnlyTradedOnesCount() {
        List<MarkPrice> quotes =
                CmeTests.events(MarkPrice.class, CmeTests.decode(CmePayloads.QUOTES_URL, CmePayloads.QUOTES));
        assertThat(quotes).singleElement().satisfies(quote -> {
            assertThat(quote.instrumentId().symbol()).isEqualTo("BTCX26");
            assertThat(quote.lastPrice()).isEqualTo(d("91555.00"));
            assertThat(quote.markPrice()).isNull();
            assertThat(quote.header().timestamp()).isEqualTo(EpochTime.of(Instant.parse("2026-11-20T09:49:12Z")));
        });
    }

    @ParameterizedTest
    @CsvSource({"BTCZ6, BTCZ26", "METF7, METF27", "ETHZ27, ETHZ27", "MBTH5, MBTH35"})
    void aCodeWithOneDigitIsOfTheNearestYearToCome(String code, String symbol) {
        assertThat(CmeContract.ofCode(code, LocalDate.of(2026, 11, 20))
                        .orElseThrow()
                        .symbol())
                .isEqualTo(symbol);
    }

    @Test
    void anEndOfDayFileSaysItsStageAndAFinalOneHasTheOpenInterestOfItsDay() {
        List<Decoded> decoded =
                CmeTests.decode(CmePayloads.DOWNLOAD_URL, CmePayloads.EOD_COLUMNS + "\n" + CmePayloads.EOD_ROW + "\n");
        Settlement settlement = CmeTests.events(Settlement.class, decoded).getFirst();
        assertThat(settlement.price()).isEqualTo(d("91310.50"));
        assertThat(settlement.openInterest()).isEqualTo(d("14120"));
        assertThat(settlement.metadata())
                .containsEntry("stage", "final")
                .containsEntry("source", "datamine")
                .containsEntry("open_interest_date", "2026-11-19");
        String preliminary = CmePayloads.DOWNLOAD_URL.replaceFirst("F$", "P");
        assertThat(CmeTests.events(
                                OpenInterest.class,
                                CmeTests.decode(preliminary, CmePayloads.EOD_COLUMNS + "\n" + CmePayloads.EOD_ROW))
                        .getFirst()
                        .metadata())
                .containsEntry("trade_date", "2026-11-18");
    }

    @Test
    void columnsAreFoundByNameInAnyOrderAndOtherProductsAndOptionsArePassedOver() {
        String file = """
                Settlement,New Column,product code,Product Type,Contract Month,Contract Year,TRADE DATE,Open Interest
                3012.50,x,MET,FUT,12,2026,20261119,881
                5400.25,x,ES,FUT,12,2026,20261119,900000
                120.00,x,BTC,OPT,12,2026,20261119,5
                """;
        List<Settlement> settlements =
                CmeTests.events(Settlement.class, CmeTests.decode("file:///data/cme/some.csv", file));
        assertThat(settlements).singleElement().satisfies(one -> {
            assertThat(one.instrumentId().symbol()).isEqualTo("METZ26");
            assertThat(one.price()).isEqualTo(d("3012.50"));
            assertThat(one.volume()).isNull();
            assertThat(one.metadata()).containsEntry("source", "file").containsEntry("stage", "preliminary");
        });
    }

    @Test
    void theSpotPriceIsTheCloseOfTheMinuteThatEndsAtTheSettlement() {
        assertThat(CmeTests.decode(CmePayloads.SPOT_URL, CmePayloads.SPOT))
                .containsExactly(new Decoded.ReferencePrice("BTC", FIXED, d("91012.25")));
        assertThat(CmeTests.decode(CmePayloads.SPOT_URL, "[[1795122000,1,2,3,4,5]]"))
                .as("the minute after will not do")
                .singleElement()
                .isInstanceOf(Decoded.Ignored.class);
    }
}
