package io.tapeline.venue.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every real message kept beside the project is understood, whatever its year. */
class UpbitSamplesTest {
    private static final Map<String, String> PATHS = Map.of(
            "rest.orderbook_instruments", "/v1/orderbook/instruments",
            "rest.market_all", "/v1/market/all",
            "rest.orderbook", "/v1/orderbook",
            "rest.ticker", "/v1/ticker",
            "rest.candles_seconds", "/v1/candles/seconds",
            "rest.trades_ticks", "/v1/trades/ticks",
            "rest.error", "/v1/orderbook");

    /** What a client sends is never received. */
    private static List<Sample> received() throws IOException {
        return SharedFrames.samples("upbit").stream()
                .filter(sample -> !List.of("subscribe", "ping").contains(sample.channel()))
                .toList();
    }

    @Test
    void everySampleSaysWhatItsChannelIsFor() throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (Sample sample : received()) {
            String path = PATHS.getOrDefault(sample.channel(), "");
            List<Decoded> decoded =
                    UpbitTape.VENUE.decoder().decode(sample.frame("upbit", UpbitTape.API + path), code -> null);
            assertThat(decoded)
                    .as("%s %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            said.merge(
                    sample.channel().replaceFirst("\\.(?!.*_).*", ""),
                    said(decoded.getFirst()),
                    (a, b) -> a.contains(b) ? a : a + "," + b);
        }
        assertThat(said)
                .containsEntry("trade", "trade")
                .containsEntry("orderbook", "BookUpdate")
                .containsEntry("ticker", "candle")
                .containsEntry("candle", "candle")
                .containsEntry("error", "Rejected")
                .containsEntry("ping_reply", "Heartbeat");
    }

    private static String said(Decoded decoded) {
        return decoded instanceof Decoded.Event(var event)
                ? event.kind().wireName()
                : decoded.getClass().getSimpleName();
    }
}
