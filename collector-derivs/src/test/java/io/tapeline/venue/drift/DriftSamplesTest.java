package io.tapeline.venue.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real messages kept beside the project, of Drift until it stopped and of Velocity since. */
class DriftSamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void everySampleOfAMessageInUseIsRead() throws IOException {
        int events = 0;
        for (String line : Files.readAllLines(SharedFolder.file("venues/samples/drift.ndjson"))) {
            JsonNode sample = JSON.readTree(line);
            String channel = sample.get("channel").asString();
            String text = text(channel, sample.get("payload"));
            if (channel.contains("elided")) {
                continue;
            }
            List<Decoded> decoded = decode(sample, channel, text);
            assertThat(decoded)
                    .as("%s: %s", channel, text)
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            events += (int)
                    decoded.stream().filter(Decoded.Event.class::isInstance).count();
        }
        assertThat(events).isGreaterThanOrEqualTo(15);
    }

    private static String text(String channel, JsonNode payload) {
        String candle =
                "{\"symbol\":\"SOL-PERP\",\"resolution\":\"1\",\"ts\":1774000440,\"fillOpen\":88.7,\"fillHigh\":88.7,"
                        + "\"fillClose\":88.6,\"fillLow\":88.6}";
        return channel.startsWith("data-ws trade")
                ? "{\"type\":\"update\",\"candle\":" + candle + ",\"trades\":[" + payload + "]}"
                : payload.toString();
    }

    private static List<Decoded> decode(JsonNode sample, String channel, String text) {
        boolean rest = sample.get("transport").asString().equals("rest");
        String path = channel.split(" ")[0].replace("?marketName", "");
        String url = path.startsWith("/")
                ? DriftPayloads.DATA + path + "?marketName=SOL-PERP"
                : DriftPayloads.DATA + "/stats/markets";
        long received = text.contains("1783268433645") ? 1_783_268_433_700_000L : 1_774_300_000_000_000L;
        RawFrame frame = new RawFrame(
                "drift",
                rest ? Transport.REST : Transport.WS,
                "c1",
                rest ? url : null,
                received,
                text.getBytes(StandardCharsets.UTF_8));
        return new DriftVenue(DriftPayloads.settings()).decoder().decode(frame, InstrumentLookup.NONE);
    }
}
