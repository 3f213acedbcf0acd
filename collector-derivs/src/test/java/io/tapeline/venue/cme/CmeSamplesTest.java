package io.tapeline.venue.cme;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Settlement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real answers kept beside the project: of other products, whose pages have the same form. */
class CmeSamplesTest {

    private static List<JsonNode> samples(String channel) throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFolder.file("venues/samples/cme.ndjson"))) {
            JsonNode sample = JsonMapper.shared().readTree(line);
            if (sample.get("channel").asString().contains(channel)) {
                samples.add(sample.get("payload"));
            }
        }
        return samples;
    }

    @Test
    void everyMonthOfARealPageIsReadDigitForDigitAndTheSumIsNot() throws IOException {
        List<JsonNode> pages = samples("Settlements/Futures");
        assertThat(pages).hasSize(2);
        for (JsonNode page : pages) {
            String url = CmePayloads.SETTLEMENTS_URL.replace("11%2F19", "06%2F25");
            List<Decoded> decoded = CmeTests.decode(url, page.toString());
            List<JsonNode> months = page.get("settlements")
                    .valueStream()
                    .filter(row -> !row.get("month").asString().equals("Total"))
                    .toList();
            assertThat(decoded).noneMatch(Decoded.Malformed.class::isInstance);
            assertThat(CmeTests.events(Settlement.class, decoded))
                    .extracting(settlement -> settlement.price().toPlainString())
                    .containsExactlyElementsOf(months.stream()
                            .map(row -> row.get("settle").asString())
                            .toList());
            assertThat(CmeTests.events(OpenInterest.class, decoded))
                    .extracting(interest -> interest.openInterest().toPlainString())
                    .containsExactlyElementsOf(months.stream()
                            .map(row -> row.get("openInterest").asString().replace(",", ""))
                            .toList());
        }
    }

    @Test
    void quotesOfOtherProductsAreNotCollectedAndOfOursAre() throws IOException {
        List<JsonNode> pages = samples("Quotes/");
        assertThat(pages).hasSize(2);
        for (JsonNode page : pages) {
            assertThat(CmeTests.decode(CmePayloads.QUOTES_URL, page.toString()))
                    .singleElement()
                    .isInstanceOf(Decoded.Ignored.class);
            String code = page.get("quotes").get(0).get("quoteCode").asString();
            String ours = page.toString().replace("\"quoteCode\":\"" + code, "\"quoteCode\":\"BTC" + code.substring(2));
            assertThat(CmeTests.events(MarkPrice.class, CmeTests.decode(CmePayloads.QUOTES_URL, ours)))
                    .singleElement()
                    .satisfies(quote -> assertThat(quote.lastPrice().toPlainString())
                            .isEqualTo(page.get("quotes").get(0).get("last").asString()));
        }
    }

    @Test
    void framesOfThePaidStreamAreNotCollected() throws IOException {
        for (JsonNode frame : samples("SUBSCRI")) {
            byte[] body = frame.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(CmeTests.venue()
                            .decoder()
                            .decode(
                                    new RawFrame("cme", RawFrame.Transport.WS, "c1", null, VenuePayload.RECEIVED, body),
                                    InstrumentLookup.NONE))
                    .hasOnlyElementsOfType(Decoded.Unknown.class);
        }
    }
}
