package io.tapeline.venue.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every real message of Kraken Futures kept beside the project is understood, whatever its year. */
class KrakenFuturesSamplesTest {
    private static final Map<String, String> PATHS = Map.of(
            "futures.rest.historical-funding-rates", "/derivatives/api/v3/historical-funding-rates?symbol=PI_XBTUSD",
            "futures.rest.charts", "/api/charts/v1/trade/PI_XBTUSD/1h?from=1&to=2",
            "futures.rest.orderbook", "/derivatives/api/v3/orderbook?symbol=PI_XBTUSD",
            "futures.rest.tickers", "/derivatives/api/v3/tickers",
            "futures.rest.history", "/derivatives/api/v3/history?symbol=PF_XBTUSD",
            "futures.rest.instruments", "/derivatives/api/v3/instruments",
            "futures.rest.instruments_status", "/derivatives/api/v3/instruments/status");

    private final KrakenFuturesVenue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());

    @Test
    void everyMessageOfTheSocketIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("kraken")) {
            if (!sample.rest()
                    && sample.channel().startsWith("futures.")
                    && !sample.channel().equals("futures.subscribe")) {
                understood(sample, null);
                read++;
            }
        }
        assertThat(read).isGreaterThan(30);
    }

    @Test
    void everyAnswerOfACallInUseIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("kraken")) {
            String path = PATHS.get(sample.channel());
            if (path != null) {
                understood(sample, "https://futures.kraken.com" + path);
                read++;
            }
        }
        assertThat(read).isGreaterThan(9);
    }

    private void understood(Sample sample, String url) {
        assertThat(venue.decoder().decode(sample.frame(venue.feed(), url), InstrumentLookup.NONE))
                .as("%s: %s", sample.channel(), sample.text())
                .isNotEmpty()
                .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
    }
}
