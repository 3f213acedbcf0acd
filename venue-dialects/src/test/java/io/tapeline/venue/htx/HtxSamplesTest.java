package io.tapeline.venue.htx;

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

/** Every real message of derivatives kept beside the project is understood, whatever its year. */
class HtxSamplesTest {
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("open_interest", "/linear-swap-api/v1/swap_open_interest"),
            Map.entry("his_open_interest", "/linear-swap-api/v1/swap_his_open_interest"),
            Map.entry("liquidation_orders_v1", "/linear-swap-api/v1/swap_liquidation_orders"),
            Map.entry("liquidation_orders_v3", "/linear-swap-api/v3/swap_liquidation_orders"),
            Map.entry("funding_rate", "/linear-swap-api/v1/swap_funding_rate"),
            Map.entry("batch_funding_rate", "/linear-swap-api/v1/swap_batch_funding_rate"),
            Map.entry("historical_funding_rate", "/linear-swap-api/v1/swap_historical_funding_rate"),
            Map.entry("history_trade", "/linear-swap-ex/market/history/trade"),
            Map.entry("kline", "/linear-swap-ex/market/history/kline"),
            Map.entry("depth", "/linear-swap-ex/market/depth"),
            Map.entry("bbo", "/linear-swap-ex/market/bbo"),
            Map.entry("contract_info", "/linear-swap-api/v1/swap_contract_info"),
            Map.entry("elite_account_ratio", "/linear-swap-api/v1/swap_elite_account_ratio"),
            Map.entry("elite_position_ratio", "/linear-swap-api/v1/swap_elite_position_ratio"),
            Map.entry("mark_price_kline", "/index/market/history/linear_swap_mark_price_kline"),
            Map.entry("index", "/linear-swap-api/v1/swap_index"),
            Map.entry("settlement_records", "/linear-swap-api/v1/swap_settlement_records"));

    private final HtxSwapVenue venue = new HtxSwapVenue(HtxSettings.defaults());

    @Test
    void everyMessageOfASocketIsUnderstood() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (Sample sample : SharedFrames.samples("htx")) {
            // What a client sends is never received.
            if (sample.rest()
                    || sample.channel().startsWith("spot")
                    || sample.channel().endsWith(".subscribe")) {
                continue;
            }
            List<Decoded> decoded = venue.decoder().decode(sample.frame("htx-swap", null), InstrumentLookup.NONE);
            assertThat(decoded)
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            kinds.merge(sample.channel(), said(decoded), (a, b) -> a.contains(b) ? a : a + " or " + b);
        }
        assertThat(kinds)
                .containsEntry("linear.trade.detail", "trade")
                .containsEntry("linear.depth.step0", "BookUpdate")
                .containsEntry("linear.depth.size_20.high_freq.update", "BookUpdate")
                .containsEntry("linear.bbo", "quote")
                .containsEntry("linear.kline", "candle")
                .containsEntry("linear.funding_rate", "funding_rate")
                .containsEntry("linear.liquidation_orders", "liquidation")
                .containsEntry("linear.mark_price", "TickerChange")
                .containsEntry("linear.index", "TickerChange")
                .containsEntry("linear.basis", "TickerChange")
                .containsEntry("linear.contract_info", "Listed")
                .containsEntry("linear.ping", "Reply")
                .containsEntry("linear.error", "Rejected")
                .containsEntry("notification.ping", "Reply");
    }

    @Test
    void everyAnswerOfACallInUseIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("htx")) {
            String path = PATHS.get(sample.channel().replace("linear.rest.", ""));
            if (!sample.rest() || path == null || !sample.channel().startsWith("linear")) {
                continue;
            }
            String url = "https://api.hbdm.com" + path + "?contract_code=BTC-USDT&period=5min";
            assertThat(venue.decoder().decode(sample.frame("htx-swap", url), InstrumentLookup.NONE))
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            read++;
        }
        assertThat(read).isGreaterThan(20);
    }

    static String said(List<Decoded> decoded) {
        return decoded.stream()
                .map(d -> d instanceof Decoded.Event(var event)
                        ? event.kind().wireName()
                        : d.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
