package io.tapeline.emulator.cme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireSamples.Sample;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages have the members, JSON types and order of arrays of real and documented ones. */
class CmeWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** A trade date that is over whatever the hour: two days back, or the Friday before. */
    private static final LocalDate DAY = tradeDate();

    private static final WireShape SHAPE = WireShape.exact()
            .ordered()
            .allowing(
                    Freedom.TEXT, "open", "high", "low", "last", "close", "change", "settle", "volume", "openInterest");

    private final Emulator emulator =
            Emulator.start(EmulatorSettings.defaults().withPrefixes("cme").withAssets("BTC", "ETH", "SOL"));

    private static LocalDate tradeDate() {
        LocalDate day = LocalDate.now(ZoneId.of("America/Chicago")).minusDays(2);
        while (!CmeMonths.isTradeDate(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private HttpResponse<String> page(String target, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.baseUri("cme") + target));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private JsonNode json(String target) throws IOException, InterruptedException {
        return JSON.readTree(
                page(target, "Referer", "https://www.cmegroup.com/").body());
    }

    private static String settlements(LocalDate day) {
        return "/CmeWS/mvc/Settlements/Futures/Settlements/8478/FUT?strategy=DEFAULT&tradeDate="
                + DateTimeFormatter.ofPattern("MM'%2F'dd'%2F'yyyy").format(day) + "&pageSize=500";
    }

    private static List<JsonNode> samples(String channel) throws IOException {
        return WireSamples.of("cme").stream()
                .filter(sample -> sample.channel().contains(channel))
                .map(Sample::payload)
                .toList();
    }

    private static void same(String path, JsonNode real, JsonNode ours) {
        assertThat(SHAPE.differences(real, ours))
                .as("%s: %s beside %s", path, real, ours)
                .isEmpty();
    }

    @Test
    void settlementsLookLikeRealOnes() throws Exception {
        List<JsonNode> samples = samples("Settlements/Futures");
        assertThat(samples).hasSize(2);
        for (JsonNode sample : samples) {
            same("settlements", sample, json(settlements(DAY)));
        }
    }

    @Test
    void quotesLookLikeRealOnes() throws Exception {
        List<JsonNode> samples = samples("Quotes/Future/");
        assertThat(samples).hasSize(1);
        same("quotes", samples.getFirst(), json("/CmeWS/mvc/Quotes/Future/8478/G?pageSize=500"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/services/product-slate?cleared=Futures|{'products':[{'id':1,'name':'','clearing':'','globex':'','prodCode':'',"
                        + "'cleared':'','exch':'','group':'','vol':'','oi':''}],'props':{'pageTotal':1,'total':1}}",
                "/CmeWS/mvc/Volume/Details/F/8478/{day}/P|{'tradeDate':'','totals':{'totalVolume':'','atClose':''},"
                        + "'monthData':[{'month':'','monthID':'','totalVolume':'','atClose':''}]}",
                "/CmeWS/mvc/ProductCalendar/Future/8995|[{'productCode':'','contractMonth':'','firstTrade':'','lastTrade':'',"
                        + "'settlement':''}]",
            })
    void pagesLookAsDocumented(String target, String documented) throws Exception {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(DAY);
        same(target, JSON.readTree(documented.replace('\'', '"')), json(target.replace("{day}", day)));
    }

    @Test
    void aDayWithoutDataIsAnEmptyList() throws Exception {
        assertThat(page(settlements(LocalDate.now().plusDays(30)), "Referer", "x")
                        .body())
                .isEqualTo("{\"settlements\":[]}");
    }

    @Test
    void whoComesFromNoPageOfTheSiteIsTurnedAway() throws Exception {
        assertThat(page(settlements(DAY)).statusCode()).isEqualTo(403);
    }

    @Test
    void dataMineWantsALogin() throws Exception {
        String target = "/api/list_entitlements_files?period_date=" + DateTimeFormatter.BASIC_ISO_DATE.format(DAY);
        assertThat(page(target).statusCode()).isEqualTo(401);
        assertThat(page(target, "Authorization", "Basic " + base64("someone:x")).statusCode())
                .isEqualTo(401);
        HttpResponse<String> list = page(target, "Authorization", "Basic " + base64("API_X:y"));
        assertThat(list.statusCode()).isEqualTo(200);
        String id = JSON.readTree(list.body()).at("/data/0/files/1/file_id").asString();
        assertThat(id).endsWith("EOD_XCME_BTC_FUT_0_ETH_P");
        String file = page("/cme/api/v2/download?fid=" + id, "Authorization", "Basic " + base64("API_X:y"))
                .body();
        assertThat(file.lines()).hasSizeGreaterThan(7).first().asString().startsWith("Trade Date,Exchange Code,");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void spotCandlesHaveTimeLowHighOpenCloseAndVolume() {
        JsonNode candles = TestRest.json(
                emulator,
                "cme",
                "/spot/products/BTC-USD/candles?granularity=60&start=" + DAY + "T12:00:00Z&end=" + DAY + "T12:01:00Z");
        assertThat(candles).hasSize(2);
        JsonNode newest = candles.get(0);
        assertThat(newest).hasSize(6);
        assertThat(newest.get(0).asLong()).isEqualTo(candles.get(1).get(0).asLong() + 60);
        assertThat(newest.get(1).asDouble()).isLessThanOrEqualTo(newest.get(2).asDouble());
    }
}
