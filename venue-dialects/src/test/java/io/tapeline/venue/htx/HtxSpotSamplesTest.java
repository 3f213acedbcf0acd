package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every real message of spot kept beside the project is understood, whatever its year. */
class HtxSpotSamplesTest {
    private static final Map<String, String> PATHS = Map.of(
            "spot.rest.market_symbols", "/v1/settings/common/market-symbols",
            "spot.rest.depth", "/market/depth",
            "spot.rest.history_trade", "/market/history/trade",
            "spot.rest.kline", "/market/history/kline");

    /** What a client sends is never received; the documentation's example of a shallow book has more digits than books. */
    private static final Set<String> OTHERS = Set.of("spot.subscribe", "spot.mbp.5.update");

    private final HtxSpotVenue venue = new HtxSpotVenue(HtxSpotSettings.defaults());

    @Test
    void everyMessageOfASocketIsUnderstood() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (Sample sample : SharedFrames.samples("htx")) {
            if (!sample.rest() && sample.channel().startsWith("spot") && !OTHERS.contains(sample.channel())) {
                List<Decoded> decoded = understood(sample, null);
                kinds.merge(sample.channel(), HtxSamplesTest.said(decoded), (a, b) -> a.equals(b) ? a : a + ", " + b);
            }
        }
        assertThat(kinds)
                .containsEntry("spot.trade.detail", "trade")
                .containsEntry("spot.depth.step0", "BookUpdate")
                .containsEntry("spot.mbp.update", "BookUpdate")
                .containsEntry("spot.mbp.150.update_one_side", "BookUpdate")
                .containsEntry("spot.mbp.150.update_empty", "BookUpdate")
                .containsEntry("spot.mbp.refresh.20", "BookUpdate")
                .containsEntry("spot.mbp.rep", "BookUpdate, Acknowledged")
                .containsEntry("spot.bbo", "quote")
                .containsEntry("spot.kline", "candle")
                .containsEntry("spot.ticker", "Ignored")
                .containsEntry("spot.subscribe_ack", "Acknowledged")
                .containsEntry("spot.unsub_ack", "Acknowledged")
                .containsEntry("spot.ping", "Reply");
    }

    @Test
    void everyAnswerOfACallInUseIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("htx")) {
            String path = PATHS.get(sample.channel());
            if (path != null) {
                understood(sample, "https://api.huobi.pro" + path + "?symbol=btcusdt&period=5min");
                read++;
            }
        }
        assertThat(read).isEqualTo(PATHS.size());
    }

    private List<Decoded> understood(Sample sample, String url) {
        List<Decoded> decoded = venue.decoder().decode(sample.frame("htx", url), InstrumentLookup.NONE);
        assertThat(decoded)
                .as("%s: %s", sample.channel(), sample.text())
                .isNotEmpty()
                .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
        return decoded;
    }
}
