package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapeline.collector.rest.RefusalRules;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Settlement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmeBadInputTest {

    private static String complaint(String url, String text) {
        return CmeTests.decode(url, text).stream()
                .filter(Decoded.Malformed.class::isInstance)
                .map(said -> ((Decoded.Malformed) said).reason())
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"settlements\":[{\"month\":\"SMARCH 26\",\"settle\":\"1\"}]}|month: expected a month like SEP 26, got 'SMARCH 26'",
                "{\"settlements\":[{\"month\":\"SEP 26\",\"settle\":\"110'16\"}]}|settle: expected a decimal figure, got '110'16'",
                "{\"settlements\":[{\"month\":\"SEP 26\",\"settle\":\"1\",\"volume\":\"-3\"}]}|volume: expected a count, got '-3'",
                "{\"settlements\":[{\"settle\":\"1\"}]}|month: expected a value, got nothing",
                "{\"settlements\":null}|settlements: expected a value, got nothing",
                "{}|settlements: expected a value, got nothing",
                "<html>Access Denied</html>|frame: not JSON",
            })
    void aSettlementPageThatIsNotAsDocumentedNamesTheField(String text, String complaint) {
        assertThat(complaint(CmePayloads.SETTLEMENTS_URL, text)).startsWith(complaint);
    }

    @Test
    void aBadRowDoesNotSpoilItsNeighbours() {
        String page = CmePayloads.SETTLEMENTS.replace("\"NOV 26\"", "\"NEV 26\"");
        List<Decoded> decoded = CmeTests.decode(CmePayloads.SETTLEMENTS_URL, page);
        assertThat(CmeTests.events(Settlement.class, decoded)).hasSize(1);
        assertThat(decoded).anyMatch(Decoded.Malformed.class::isInstance);
    }

    @Test
    void aProductThatTheSiteDoesNotListAndNobodySetIsSkippedAndSaid() {
        String withoutEther = CmePayloads.PRODUCTS.replace("\"globex\":\"MET\"", "\"globex\":\"MEX\"");
        List<Decoded> decoded = CmeTests.decode(CmePayloads.PRODUCTS_URL, withoutEther);
        assertThat(complaint(CmePayloads.PRODUCTS_URL, withoutEther))
                .isEqualTo(
                        "products: expected MET in the list, and product-ids.MET is not set: its pages are not read");
        assertThat(decoded).filteredOn(Decoded.Referred.class::isInstance).isNotEmpty();
    }

    @Test
    void anIdThatIsSetAndNotTheSitesIsReplacedByTheSitesAndSaid() {
        String moved = CmePayloads.PRODUCTS.replace("\"id\":8478,", "\"id\":77,");
        assertThat(complaint(CmePayloads.PRODUCTS_URL, moved)).startsWith("product-ids.BTC: expected 77");
        assertThat(CmeTests.decode(CmePayloads.PRODUCTS_URL, moved))
                .extracting(Object::toString)
                .anyMatch(said -> said.contains("/Settlements/77/FUT"))
                .noneMatch(said -> said.contains("/Settlements/8478/FUT"));
    }

    @Test
    void aFileUnderANameThatSaysNothingIsToldByName() {
        assertThat(complaint("file:///data/cme/prices.json", CmePayloads.SETTLEMENTS))
                .isEqualTo("prices.json: name: expected product and trade date, such as BTC-2026-11-19.json");
        assertThat(complaint("file:///data/cme/BTC-2026-11-18.json", CmePayloads.SETTLEMENTS))
                .isEqualTo("BTC-2026-11-18.json: tradeDate: expected 2026-11-18 as the name says, got 2026-11-19");
        assertThat(complaint("file:///data/cme/BTC-2026-13-45.json", CmePayloads.SETTLEMENTS))
                .startsWith("BTC-2026-13-45.json: tradeDate: expected a date");
        assertThat(complaint("file:///data/cme/notes.txt", "hello\n")).startsWith("notes.txt: Trade Date: expected");
    }

    @Test
    void aFileThatWasCutIsNotReadAtAll() {
        String cut = CmePayloads.EOD_COLUMNS + "\n" + CmePayloads.EOD_ROW + "\n20261119,XCME,Crypto,BTC";
        List<Decoded> decoded = CmeTests.decode("file:///data/cme/eod.csv", cut);
        assertThat(decoded).containsExactly(new Decoded.Malformed("eod.csv: row: expected 22 columns, got 4"));
    }

    @Test
    void aPageOfDataMineOnAnotherHostIsNotFollowed() {
        String elsewhere =
                CmePayloads.FILES.replace("https://datamine.new.cmegroup.com/api", "https://evil.example/api");
        assertThat(complaint(CmePayloads.FILES_URL, elsewhere))
                .startsWith("paging.next: expected an address of DataMine");
        String alike = CmePayloads.FILES.replace(
                "https://datamine.new.cmegroup.com/api", "https://datamine.new.cmegroup.com.evil.example/api");
        assertThat(complaint(CmePayloads.FILES_URL, alike)).startsWith("paging.next: expected an address of DataMine");
    }

    @Test
    void aRefusalOfThisPlaceIsToldFromAFaultAndRests() {
        RefusalRules rules = CmeTests.venue().rest().refusals();
        assertThat(rules.reason(403, "<html>Access Denied</html>")).isEqualTo(RestResult.Reason.BLOCKED);
        assertThat(rules.reason(401, "{\"message\":\"Unauthorized\"}")).isEqualTo(RestResult.Reason.REFUSED);
        assertThat(CmeTests.venue().rest().restsWhenBlocked())
                .hasValueSatisfying(rest -> assertThat(rest).hasHours(23));
    }

    @Test
    void aFrameOfThePaidStreamIsNotCollected() {
        assertThat(CmeTests.venue()
                        .decoder()
                        .decode(
                                io.tapeline.collector.venue.VenuePayload.stream("TRD", "{\"header\":{}}")
                                        .frame("cme"),
                                InstrumentLookup.NONE))
                .singleElement()
                .isInstanceOf(Decoded.Unknown.class);
    }

    @Test
    void halfOfTheCredentialsIsAMistakeThatIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CmeSettings.DataMine("https://x", "API_X", ""))
                .withMessage("tapeline.cme.datamine: expected key and secret (CME_API_KEY, CME_API_SECRET) or neither,"
                        + " got one of them");
    }
}
