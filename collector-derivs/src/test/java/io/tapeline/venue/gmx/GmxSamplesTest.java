package io.tapeline.venue.gmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.tapeline.collector.feed.FeedInstruments;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real answers kept beside the project. */
class GmxSamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long JULY = 1_783_345_315_000_000L;

    private static List<JsonNode> samples() throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFolder.file("venues/samples/gmx.ndjson"))) {
            samples.add(JSON.readTree(line));
        }
        return samples;
    }

    private static List<Decoded> decode(JsonNode sample, FeedInstruments instruments) {
        String channel = sample.get("channel").asString();
        String url = channel.startsWith("/v1")
                ? GmxPayloads.API + channel
                : channel.startsWith("/") ? GmxPayloads.KEEPER + channel : GmxPayloads.INDEX;
        byte[] body = sample.get("payload").toString().getBytes(StandardCharsets.UTF_8);
        return GmxDecoder.create()
                .decode(new RawFrame("gmx", RawFrame.Transport.REST, null, url, JULY, body), instruments);
    }

    @Test
    void everySampleOfAnAnswerInUseIsRead() throws IOException {
        FeedInstruments instruments = new FeedInstruments();
        Map<String, Integer> events = new HashMap<>();
        List<JsonNode> listingsFirst = new ArrayList<>(samples());
        listingsFirst.sort(
                java.util.Comparator.comparing(s -> !s.get("channel").asString().equals("/tokens")));
        for (JsonNode sample : listingsFirst) {
            String channel = sample.get("channel").asString();
            if (Set.of("/ping", "marketInfo").contains(channel) || channel.contains("one row")) {
                continue;
            }
            for (Decoded part : decode(sample, instruments)) {
                switch (part) {
                    case Decoded.Listed(Instrument instrument) -> instruments.put(instrument);
                    case Decoded.Event event ->
                        events.merge(channel + " " + event.event().kind(), 1, Integer::sum);
                    case Decoded.Ignored ignored -> {}
                    // One is quoted without its market, one token is quoted some minutes late.
                    case Decoded.Malformed malformed ->
                        assertThat(malformed.reason()).matches("marketToken: .*|updatedAt: .*");
                    default -> throw new AssertionError(sample + " is " + part);
                }
            }
        }
        assertThat(instruments.all().stream().filter(i -> i.id().market() == Market.INDEX))
                .hasSize(127);
        assertThat(instruments.all().stream().filter(i -> i.id().market() == Market.PERPETUAL))
                .hasSize(127)
                .allMatch(i -> i.lotSize() != null);
        assertThat(events)
                .containsEntry("/prices/tickers mark_price", 125)
                .containsEntry("/markets/info funding_rate", 1)
                .containsEntry("/markets/info open_interest", 1)
                .containsEntry("/v1/markets/tickers funding_rate", 1)
                .containsEntry("fundingRateSnapshots funding_rate", 1);
    }

    @Test
    void pricesOfTheSameAssetFromTokensOfDifferentDecimalsAgree() throws IOException {
        FeedInstruments instruments = new FeedInstruments();
        for (JsonNode sample : samples()) {
            if (sample.get("channel").asString().equals("/tokens")) {
                decode(sample, instruments).forEach(part -> instruments.put(((Decoded.Listed) part).instrument()));
            }
        }
        Map<String, java.math.BigDecimal> prices = new HashMap<>();
        for (Decoded part : decode(samples().getFirst(), instruments)) {
            if (part instanceof Decoded.Event(io.tapeline.model.event.MarkPrice mark)) {
                prices.put(instruments.find(mark.instrumentId().symbol()).base(), mark.markPrice());
            }
        }
        assertThat(prices.get("BTC")).isEqualTo("61536.387027772485");
        assertThat(prices.get("ETH")).isEqualTo("1739.495434083952");
        assertThat(prices.get("tBTC")).isCloseTo(prices.get("BTC"), withPercentage(0.1));
        assertThat(prices.get("USDC")).isCloseTo(java.math.BigDecimal.ONE, withPercentage(1.0));
    }
}
