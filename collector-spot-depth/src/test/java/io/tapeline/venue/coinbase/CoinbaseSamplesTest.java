package io.tapeline.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every real message of the Exchange interface kept beside the project is understood. */
class CoinbaseSamplesTest {
    private static final String ROOT = "https://api.exchange.coinbase.com";

    /** The question that a sample answers. */
    private static final Map<String, String> URLS = Map.of(
            "exchange.products", "/products/BTC-USD",
            "exchange.trades", "/products/BTC-USD/trades?after=86327328",
            "exchange.candles", "/products/BTC-USD/candles?granularity=60",
            "exchange.book.level2", "/products/BTC-USD/book?level=2",
            "exchange.ticker_rest", "/products/BTC-USD/ticker",
            "exchange.stats_rest", "/products/BTC-USD/stats");

    private static List<Sample> samples() throws IOException {
        return SharedFrames.samples("coinbase").stream()
                .filter(sample -> sample.channel().startsWith("exchange.")
                        && !sample.channel().equals("exchange.subscribe"))
                .toList();
    }

    private static List<Decoded> decoded(Sample sample) {
        return CoinbaseReading.VENUE
                .decoder()
                .decode(sample.frame("coinbase", ROOT + URLS.get(sample.channel())), InstrumentLookup.NONE);
    }

    @Test
    void noMessageIsMalformedOrUnknownAndNoBookIsLostButTheBrokenOne() throws IOException {
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(50);
        for (Sample sample : samples) {
            boolean broken = sample.text().contains("0.-10000");
            assertThat(decoded(sample))
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown)
                    .allMatch(d -> broken == d instanceof Decoded.BookLost);
        }
    }

    @Test
    void theTickerOfATradeSaysTheSideThatTheTradeIsReadAs() throws IOException {
        Map<String, Side> trades = new HashMap<>();
        for (Sample sample : samples()) {
            if (sample.channel().startsWith("exchange.matches")) {
                Trade trade = (Trade) ((Decoded.Event) decoded(sample).getFirst()).event();
                trades.put(trade.instrumentId().symbol() + trade.sequence(), trade.side());
            }
        }
        int pairs = 0;
        for (Sample sample : samples()) {
            if (sample.channel().equals("exchange.ticker")) {
                Quote quote = (Quote) ((Decoded.Event) decoded(sample).getFirst()).event();
                Side side = trades.get(quote.instrumentId().symbol() + quote.sequence());
                if (side != null) {
                    pairs++;
                    assertThat(sample.text())
                            .contains("\"side\":\"" + side.name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        assertThat(pairs).isGreaterThanOrEqualTo(4);
    }
}
