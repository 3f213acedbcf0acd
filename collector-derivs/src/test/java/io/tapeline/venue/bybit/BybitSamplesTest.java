package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every real message kept beside the project is understood, whatever its year. */
class BybitSamplesTest {
    private record Sample(String channel, boolean rest, String text) {
        static Sample of(String line) {
            String channel = line.substring(line.indexOf("\":\"") + 3, line.indexOf("\",\"transport\""));
            String text = line.substring(line.indexOf("\"payload\":") + 10, line.lastIndexOf('}'));
            return new Sample(channel, line.contains("\"transport\":\"rest\""), text);
        }

        /** What a client sends is never received. */
        boolean request() {
            return channel.endsWith(".request");
        }

        List<Decoded> decoded() {
            String query = "?category=linear&symbol=BTCUSDT&interval=1&period=5min";
            String url = rest ? "https://api.bybit.com" + channel.replace("GET ", "") + query : null;
            return BybitReading.VENUE
                    .decoder()
                    .decode(
                            new RawFrame(
                                    "bybit",
                                    rest ? Transport.REST : Transport.WS,
                                    null,
                                    url,
                                    VenuePayload.RECEIVED,
                                    text.getBytes(StandardCharsets.UTF_8)),
                            InstrumentLookup.NONE);
        }
    }

    private static List<Sample> samples() throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/bybit.ndjson"))) {
            return lines.map(Sample::of).toList();
        }
    }

    @Test
    void noMessageIsMalformedOrUnknown() throws IOException {
        for (Sample sample : samples()) {
            if (!sample.rest() && !sample.request()) {
                assertThat(sample.decoded())
                        .as("%s: %s", sample.channel(), sample.text())
                        .isNotEmpty()
                        .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            }
        }
    }

    @Test
    void noAnswerIsMalformed() throws IOException {
        for (Sample sample : samples()) {
            if (sample.rest()) {
                assertThat(sample.decoded())
                        .as("%s: %s", sample.channel(), sample.text())
                        .isNotEmpty()
                        .noneMatch(Decoded.Malformed.class::isInstance);
            }
        }
    }

    @Test
    void eachChannelYieldsItsKind() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (Sample sample : samples()) {
            if (!sample.request() && !sample.channel().contains("option")) {
                kinds.merge(
                        sample.channel().replaceAll("\\.[A-Z0-9]+[ -].*| \\(.*", ""),
                        said(sample.decoded()),
                        (a, b) -> a.contains(b) ? a : a + " or " + b);
            }
        }
        assertThat(kinds)
                .containsEntry("publicTrade", "trade")
                .containsEntry("orderbook.50", "BookUpdate")
                .containsEntry("orderbook.1", "QuoteChange")
                .containsEntry("allLiquidation", "liquidation")
                .containsEntry("liquidation", "liquidation")
                .containsEntry("kline.1", "candle")
                .containsEntry("control.pong", "Heartbeat")
                .containsEntry("GET /v5/market/funding/history", "funding_rate")
                .containsEntry("GET /v5/market/account-ratio", "long_short_ratio")
                .containsEntry("GET /v5/market/open-interest", "open_interest")
                .containsEntry("GET /v5/market/recent-trade", "trade");
    }

    private static String said(List<Decoded> decoded) {
        return decoded.stream()
                .map(d -> d instanceof Decoded.Event(var event)
                        ? event.kind().wireName()
                        : d.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
