package io.tapeline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every real message kept beside the project is understood, whatever its year. */
class BinanceSamplesTest {
    private static final Map<String, VenueDecoder> DECODERS = Map.of(
            "spot", new BinanceSpotVenue(BinanceSettings.defaults()).decoder(),
            "usdm", new BinanceFuturesVenue(BinanceSettings.defaults()).decoder(),
            // COIN-M messages come on USD-M streams since the engines were merged.
            "coinm", new BinanceFuturesVenue(BinanceSettings.defaults()).decoder());

    @Test
    void noStreamSampleIsMalformedOrUnknown() throws IOException {
        for (Sample sample : SharedFrames.samples("binance")) {
            // Requests are what a client sends; nothing of the kind is ever received.
            if (sample.rest() || sample.text().contains("\"method\"")) {
                continue;
            }
            assertThat(decode(sample))
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
        }
    }

    @Test
    void noAnswerOfAnEndpointInUseIsMalformed() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("binance")) {
            String url = url(sample.channel());
            if (!sample.rest() || url == null) {
                continue;
            }
            List<Decoded> decoded = decode(sample, url);
            assertThat(decoded)
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed);
            read++;
        }
        assertThat(read).isGreaterThan(25);
    }

    @Test
    void coinMarginedMessagesYieldNoEvents() throws IOException {
        for (Sample sample : SharedFrames.samples("binance")) {
            if (sample.channel().startsWith("coinm") && !sample.rest()) {
                assertThat(decode(sample))
                        .as(sample.text())
                        .allMatch(d -> d instanceof Decoded.Ignored || d instanceof Decoded.Acknowledged);
            }
        }
    }

    @Test
    void samplesOfAChannelYieldItsKind() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (Sample sample : SharedFrames.samples("binance")) {
            if (!sample.rest() && !sample.channel().startsWith("coinm")) {
                String channel = sample.channel().split("[ @(]")[1].replaceFirst("_1m", "");
                kinds.merge(channel, said(decode(sample)), (a, b) -> a.equals(b) ? a : a + " or " + b);
            }
        }
        assertThat(kinds)
                .containsEntry("aggTrade", "trade")
                .containsEntry("kline", "candle")
                .containsEntry("bookTicker", "quote")
                .containsEntry("forceOrder", "liquidation")
                .containsEntry("!forceOrder", "liquidation")
                .containsEntry("serverShutdown", "Closing")
                .containsEntry("trade", "Ignored")
                .containsEntry("depth5", "orderbook")
                .containsEntry("depth20", "orderbook");
        assertThat(kinds.get("depth")).isEqualTo("BookUpdate");
        assertThat(kinds.get("markPrice")).contains("mark_price, funding_rate");
    }

    private static String said(List<Decoded> decoded) {
        return decoded.stream()
                .map(d -> d instanceof Decoded.Event(var event)
                        ? event.kind().wireName()
                        : d.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    private static List<Decoded> decode(Sample sample) {
        return new ArrayList<>(
                DECODERS.get(sample.channel().split(" ")[0]).decode(sample.frame("", null), InstrumentLookup.NONE));
    }

    private static List<Decoded> decode(Sample sample, String url) {
        String text = sample.text();
        if (url.contains("exchangeInfo") && !text.contains("\"symbols\"")) {
            text = "{\"symbols\":[" + text + "]}";
        }
        RawFrame frame = VenuePayload.answer(sample.channel(), url, text).frame("");
        return DECODERS.get(sample.channel().split(" ")[0]).decode(frame, InstrumentLookup.NONE);
    }

    /** The question a sample answers, or null when it is none that is asked. */
    private static String url(String channel) {
        String host = channel.startsWith("spot") ? "https://api.binance.com" : "https://fapi.binance.com";
        String root = channel.startsWith("spot") ? "/api/v3/" : "/fapi/v1/";
        String query = "?symbol=BTCUSDT&period=5m&interval=1m&limit=3";
        for (String name : List.of(
                "depth",
                "aggTrades",
                "klines",
                "markPriceKlines",
                "indexPriceKlines",
                "fundingRate",
                "fundingInfo",
                "premiumIndex",
                "openInterest",
                "openInterestHist",
                "topLongShortAccountRatio",
                "topLongShortPositionRatio",
                "globalLongShortAccountRatio",
                "takerlongshortRatio",
                "time")) {
            if (channel.matches(".*/" + name + "\\b.*")) {
                return host + root + name + query;
            }
        }
        boolean listing = channel.contains("exchangeInfo") && !channel.contains("rateLimits");
        return listing
                ? host + root + "exchangeInfo"
                : channel.contains("REST error") ? host + root + "klines" + query : null;
    }
}
