package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every real message kept beside the project is understood, whatever its year. */
class BybitSamplesTest {
    /** What a client sends is never received. */
    private static boolean request(Sample sample) {
        return sample.channel().endsWith(".request");
    }

    private static List<Decoded> decoded(Sample sample) {
        String query = "?category=linear&symbol=BTCUSDT&interval=1&period=5min";
        String url = "https://api.bybit.com" + sample.channel().replace("GET ", "") + query;
        return BybitReading.VENUE.decoder().decode(sample.frame("bybit", url), InstrumentLookup.NONE);
    }

    @Test
    void noMessageIsMalformedOrUnknown() throws IOException {
        for (Sample sample : SharedFrames.samples("bybit")) {
            if (!sample.rest() && !request(sample)) {
                assertThat(decoded(sample))
                        .as("%s: %s", sample.channel(), sample.text())
                        .isNotEmpty()
                        .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            }
        }
    }

    @Test
    void noAnswerIsMalformed() throws IOException {
        for (Sample sample : SharedFrames.samples("bybit")) {
            if (sample.rest()) {
                assertThat(decoded(sample))
                        .as("%s: %s", sample.channel(), sample.text())
                        .isNotEmpty()
                        .noneMatch(Decoded.Malformed.class::isInstance);
            }
        }
    }

    @Test
    void eachChannelYieldsItsKind() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (Sample sample : SharedFrames.samples("bybit")) {
            if (!request(sample) && !sample.channel().contains("option")) {
                kinds.merge(
                        sample.channel().replaceAll("\\.[A-Z0-9]+[ -].*| \\(.*", ""),
                        said(decoded(sample)),
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
