package io.tapeline.venue.deribit;

import static io.tapeline.venue.deribit.DeribitFrames.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every real message kept beside the project is understood, whatever its year. */
class DeribitSamplesTest {
    /** Methods that are never called. */
    private static final Set<String> UNUSED = Set.of(
            "public/get_instrument",
            "public/get_last_trades_by_*",
            "public/get_expirations",
            "public/get_combos",
            "public/get_currencies",
            "public/get_funding_rate_value",
            "public/get_book_summary_by_currency",
            "public/get_delivery_prices",
            "public/get_last_settlements_by_currency",
            "public/get_mark_price_history",
            "public/get_index_price_names",
            "public/get_historical_volatility",
            "public/get_index_chart_data",
            "public/get_trade_volumes",
            "public/hello",
            "public/status");

    @Test
    void everythingThatIsReceivedIsUnderstood() throws IOException {
        int read = 0;
        for (Sample sample : SharedFrames.samples("deribit")) {
            if (sample.channel().endsWith("request") && !sample.channel().contains("heartbeat")
                    || UNUSED.contains(method(sample))
                    || sample.channel().startsWith("WS/HTTP")) {
                continue;
            }
            assertThat(decode(frame(sample)))
                    .as("%s: %s", sample.channel(), frame(sample).text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
            read++;
        }
        assertThat(read).isGreaterThan(65);
    }

    @Test
    void eachChannelYieldsWhatItIsFor() throws IOException {
        Map<String, Set<String>> said = new TreeMap<>();
        for (Sample sample : SharedFrames.samples("deribit")) {
            String channel = sample.channel().startsWith("GET")
                    ? method(sample)
                    : sample.channel().split("[. ]")[0];
            said.computeIfAbsent(channel, absent -> new TreeSet<>()).addAll(names(decode(frame(sample))));
        }
        assertThat(said)
                .containsEntry("trades", Set.of("trade", "liquidation", "Ignored"))
                .containsEntry("book", Set.of("BookUpdate", "orderbook"))
                .containsEntry("quote", Set.of("quote"))
                .containsEntry("ticker", Set.of("TickerChange", "option_summary", "Ignored"))
                .containsEntry("chart", Set.of("candle"))
                .containsEntry("deribit_volatility_index", Set.of("volatility_index"))
                .containsEntry("public/get_instruments", Set.of("Listed", "Ignored"))
                .containsEntry("public/get_last_trades_by_instrument", Set.of("trade", "Ignored"))
                .containsEntry("public/get_funding_rate_history", Set.of("funding_rate"));
    }

    /** The method of an answer, empty for what a stream brought. */
    private static String method(Sample sample) {
        return sample.channel().startsWith("GET ") ? sample.channel().split(" ")[1] : "";
    }

    private static RawFrame frame(Sample sample) {
        String url = "https://history.deribit.com/api/v2/"
                + sample.channel().replaceFirst("^GET ", "").split(" ")[0]
                + "?instrument_name=BTC-PERPETUAL&resolution=1&currency=BTC&end_timestamp=2";
        return sample.frame("deribit", url);
    }

    private static List<String> names(List<Decoded> decoded) {
        return decoded.stream()
                .map(d -> d instanceof Decoded.Event(var event)
                        ? event.kind().wireName()
                        : d.getClass().getSimpleName())
                .toList();
    }
}
