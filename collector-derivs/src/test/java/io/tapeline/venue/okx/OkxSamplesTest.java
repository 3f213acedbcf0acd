package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every real message kept beside the project is understood, whatever its year. */
class OkxSamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<Sample> samples() throws IOException {
        return SharedFrames.samples("okx").stream()
                .map(OkxSamplesTest::word)
                // What a client sends is never received.
                .filter(sample ->
                        !sample.text().contains("\"op\"") && !sample.text().equals("ping"))
                .toList();
    }

    /** A frame that is a mere word is quoted in the file. */
    private static Sample word(Sample sample) {
        return sample.text().startsWith("\"")
                ? new Sample(
                        sample.channel(),
                        sample.rest(),
                        JSON.readTree(sample.text()).stringValue())
                : sample;
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
