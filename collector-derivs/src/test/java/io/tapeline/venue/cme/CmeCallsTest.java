package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.model.event.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CmeCallsTest {
    private static final long EVENING = EpochTime.of(Instant.parse("2026-11-20T00:00:00Z"));
    private static final long MORNING = EpochTime.of(Instant.parse("2026-11-20T15:00:00Z"));

    private static VenueRest.Poll poll(CmeSettings settings, String name) {
        return polls(settings).stream()
                .filter(poll -> poll.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<VenueRest.Poll> polls(CmeSettings settings) {
        CmeVenue venue = new CmeVenue(settings);
        return venue.rest().polls(CmeTests.contracts(), venue.kinds());
    }

    private static List<String> named(long time) {
        RestCall first = poll(CmeTests.everything(), "public").call().apply(time);
        return CmeTests.decode(first.uri().toString(), CmePayloads.PRODUCTS).stream()
                .filter(Decoded.Referred.class::isInstance)
                .map(said -> ((Decoded.Referred) said).call().uri().toString())
                .toList();
    }

    @Test
    void sourcesThatAreNotSetUpAreNotRead() {
        CmeSettings.DataMine without = new CmeSettings.DataMine("https://datamine.new.cmegroup.com", "", "");
        assertThat(polls(CmeTests.everything()))
                .extracting(VenueRest.Poll::name)
                .containsExactly("datamine", "public", "folder");
        assertThat(polls(CmeTests.with(without, "/data/cme", false)))
                .extracting(VenueRest.Poll::name)
                .containsExactly("folder");
        assertThat(polls(CmeTests.with(without, "", false))).isEmpty();
        assertThat(new CmeVenue(CmeTests.with(without, "", false)).unsupported())
                .containsKey(Kind.MARK_PRICE);
    }

    @Test
    void pagesAndDataMineAreReadByTheClockAndTheFolderAtItsInterval() {
        assertThat(poll(CmeTests.everything(), "public").next().applyAsLong(EVENING))
                .isEqualTo(MORNING);
        assertThat(poll(CmeTests.everything(), "datamine").next().applyAsLong(MORNING))
                .isEqualTo(EpochTime.of(Instant.parse("2026-11-21T00:00:00Z")));
        assertThat(poll(CmeTests.everything(), "folder").interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void inTheEveningTheDayAndTheOneBeforeAreReadWithPreliminaryVolume() {
        List<String> named = named(EVENING);
        assertThat(named)
                .contains(
                        "https://www.cmegroup.com/CmeWS/mvc/Settlements/Futures/Settlements/8478/FUT?strategy=DEFAULT"
                                + "&tradeDate=11%2F18%2F2026&pageSize=500#product=BTC",
                        "https://www.cmegroup.com/CmeWS/mvc/Settlements/Futures/Settlements/10211/FUT?strategy=DEFAULT"
                                + "&tradeDate=11%2F19%2F2026&pageSize=500#product=MET",
                        "https://www.cmegroup.com/CmeWS/mvc/Volume/Details/F/9024/20261119/P?tradeDate=20261119"
                                + "&pageSize=500#product=MBT",
                        "https://www.cmegroup.com/CmeWS/mvc/Quotes/Future/8995/G?pageSize=500#product=ETH")
                .noneMatch(address -> address.contains("ProductCalendar"));
        assertThat(named)
                .filteredOn(address -> address.contains("www.cmegroup.com"))
                .hasSize(4 * 4);
    }

    @Test
    void inTheMorningVolumeIsFinalAndTheCalendarIsRead() {
        assertThat(named(MORNING))
                .anyMatch(address -> address.contains("/Volume/Details/F/9024/20261119/F?"))
                .anyMatch(address -> address.endsWith("/ProductCalendar/Future/8478#product=BTC"));
    }

    @Test
    void theSpotPriceOfACoinAndDateIsOneCallAndComesBeforeWhatIsComparedWithIt() {
        List<String> named = named(EVENING);
        assertThat(named.subList(0, 4)).allMatch(address -> address.startsWith("https://api.exchange.coinbase.com/"));
        assertThat(named.get(2))
                .isEqualTo("https://api.exchange.coinbase.com/products/BTC-USD/candles?granularity=60"
                        + "&start=2026-11-19T20:59:00Z&end=2026-11-19T21:00:00Z#spot=BTC&at=1795122000000000");
        assertThat(CmeTests.decode(CmePayloads.SETTLEMENTS_URL, CmePayloads.SETTLEMENTS)
                        .getLast())
                .as("asked for again by the settlements, and so made once")
                .isEqualTo(new Decoded.Referred(new RestCall(
                        URI.create(named.get(2)),
                        "cme-spot",
                        1,
                        RestCall.Priority.POLL,
                        io.tapeline.model.event.Origin.LIVE)));
    }

    @Test
    void ofDataMineTheMostSettledFileOfEachProductIsReadAndTheDateBeforeFirst() {
        List<Decoded> decoded = CmeTests.decode(CmePayloads.FILES_URL, CmePayloads.FILES);
        List<String> calls = decoded.stream()
                .flatMap(said -> switch (said) {
                    case Decoded.Continued(RestCall next) ->
                        java.util.stream.Stream.of(next.uri().toString());
                    case Decoded.Referred(RestCall call) ->
                        java.util.stream.Stream.of(call.uri().toString());
                    default -> java.util.stream.Stream.empty();
                })
                .toList();
        assertThat(calls.getFirst()).contains("period_date=20261118").contains("list_entitlements_files");
        assertThat(calls)
                .contains(
                        "https://datamine.new.cmegroup.com/cme/api/v2/download?fid=20261119-EOD_XCME_BTC_FUT_0_ETH_F",
                        "https://datamine.new.cmegroup.com/cme/api/v2/download?fid=20261119-EOD_XCME_MBT_FUT_ETH_P")
                .noneMatch(call -> call.contains("ETH_P") && call.contains("BTC"))
                .noneMatch(call -> call.contains("_ES_"));
        assertThat(calls.getLast()).contains("offset=1000");
    }

    @Test
    void credentialsGoToDataMineOnlyAndInAHeader() {
        VenueRest rest = CmeTests.venue().rest();
        CmeCalls calls = new CmeCalls(CmeTests.everything());
        RestCall download = calls.download("20261119-EOD_XCME_BTC_FUT_0_ETH_F");
        assertThat(rest.headers(download)).containsEntry("Authorization", "Basic QVBJX1RBUEVMSU5FOnMzY3IzdC13b3Jk");
        assertThat(download.uri().toString()).doesNotContain("s3cr3t");
        RestCall page = calls.quotes(CmeProduct.BTC, 8478);
        assertThat(rest.headers(page)).containsKey("Referer").doesNotContainKey("Authorization");
        RestCall alike = page.at(URI.create("https://datamine.new.cmegroup.com.evil.example/api"));
        assertThat(rest.headers(alike)).isEmpty();
        assertThat(CmeTests.everything().toString()).doesNotContain("s3cr3t").doesNotContain("API_TAPELINE");
    }

    @Test
    void onlyProductsThatAreWantedAreAskedFor() {
        CmeVenue venue = CmeTests.venue();
        var micro = CmeTests.contracts().stream()
                .filter(i -> i.symbol().startsWith("MET"))
                .toList();
        assertThat(venue.rest()
                        .polls(micro, Set.of(Kind.SETTLEMENT))
                        .getFirst()
                        .call()
                        .apply(EVENING)
                        .uri()
                        .getFragment())
                .contains("products=MET&");
    }
}
