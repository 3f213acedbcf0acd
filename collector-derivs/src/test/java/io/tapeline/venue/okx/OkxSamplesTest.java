package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every real message kept beside the project is understood, whatever its year. */
class OkxSamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Sample(String channel, boolean rest, String text) {}

    private static List<Sample> samples() throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/okx.ndjson"))) {
            return lines.map(line -> {
                        JsonNode sample = JSON.readTree(line);
                        String text = line.substring(line.indexOf("\"payload\":") + 10, line.lastIndexOf('}'));
                        boolean word = sample.get("payload").isString();
                        return new Sample(
                                sample.get("channel").stringValue(),
                                sample.get("transport").stringValue().equals("rest"),
                                word ? sample.get("payload").stringValue() : text);
                    })
                    // What a client sends is never received.
                    .filter(sample ->
                            !sample.text().contains("\"op\"") && !sample.text().equals("ping"))
                    .toList();
        }
    }

    @Test
    void noMessageIsMalformedOrUnknown() throws IOException {
        for (Sample sample : samples()) {
            if (!sample.rest()) {
                assertThat(OkxTape.message(sample.text()))
                        .as("%s %s", sample.channel(), sample.text())
                        .isNotEmpty()
                        .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            }
        }
    }

    @Test
    void noAnswerOfAnEndpointInUseIsMalformed() throws IOException {
        Map<String, Integer> read = new TreeMap<>();
        for (Sample sample : samples()) {
            if (sample.rest()) {
                String path = sample.channel().split(" ")[1];
                List<Decoded> decoded = OkxTape.answer(path + "?instId=BTC-USDT-SWAP&period=5m&bar=1m", sample.text());
                assertThat(decoded)
                        .as("%s %s", sample.channel(), sample.text())
                        .isNotEmpty()
                        .noneMatch(d -> d instanceof Decoded.Malformed);
                decoded.forEach(d -> read.merge(d.getClass().getSimpleName(), 1, Integer::sum));
            }
        }
        assertThat(read).containsKeys("Listed", "Event", "TickerChange");
    }

    @Test
    void samplesOfAChannelYieldWhatItIsFor() throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (Sample sample : samples()) {
            if (!sample.rest() && sample.text().contains("\"data\"")) {
                String channel = JSON.readTree(sample.text()).at("/arg/channel").stringValue();
                said.merge(
                        channel,
                        said(OkxTape.message(sample.text()).getLast()),
                        (a, b) -> a.equals(b) ? a : a + "," + b);
            }
        }
        assertThat(said)
                .containsEntry("books", "BookUpdate")
                .containsEntry("books-l2-tbt", "BookUpdate")
                .containsEntry("trades", "trade")
                .containsEntry("trades-all", "trade")
                .containsEntry("bbo-tbt", "quote")
                .containsEntry("books5", "orderbook")
                .containsEntry("mark-price", "TickerChange")
                .containsEntry("index-tickers", "TickerChange")
                .containsEntry("open-interest", "open_interest")
                .containsEntry("liquidation-orders", "liquidation")
                .containsEntry("candle1m", "candle");
        // One frame of 2021 had no rate yet.
        assertThat(said.get("funding-rate").replace("funding_rate", "").replace(",", ""))
                .isEqualTo("Ignored");
    }

    private static String said(Decoded decoded) {
        return decoded instanceof Decoded.Event(var event)
                ? event.kind().wireName()
                : decoded.getClass().getSimpleName();
    }
}
