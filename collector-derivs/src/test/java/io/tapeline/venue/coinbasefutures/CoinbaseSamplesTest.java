package io.tapeline.venue.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every real message of the Advanced Trade interface kept beside the project is understood; most are about spot. */
class CoinbaseSamplesTest {
    private static final String ROOT = "https://api.coinbase.com/api/v3/brokerage";

    /** The question that a sample answers. */
    private static final Map<String, String> URLS = Map.of(
            "advanced.products.spot", "/market/products?product_type=SPOT",
            "advanced.products.future", "/market/products?product_type=FUTURE",
            "advanced.product_book", "/market/product_book?product_id=BTC-USD",
            "advanced.market_trades_rest", "/market/products/BIP-20DEC30-CDE/ticker?limit=10",
            "advanced.candles_rest", "/market/products/BIP-20DEC30-CDE/candles?granularity=ONE_HOUR");

    /** What is received of the interface that the feed uses. */
    private static boolean concerns(Sample sample) {
        return sample.channel().startsWith("advanced.")
                && !sample.channel().equals("advanced.subscribe")
                && (!sample.rest() || URLS.containsKey(sample.channel()));
    }

    private static List<Sample> samples() throws IOException {
        return SharedFrames.samples("coinbase").stream()
                .filter(CoinbaseSamplesTest::concerns)
                .toList();
    }

    private static List<Decoded> decoded(Sample sample) {
        return CoinbaseInstruments.VENUE
                .decoder()
                .decode(sample.frame("coinbase-futures", ROOT + URLS.get(sample.channel())), InstrumentLookup.NONE);
    }

    @Test
    void noMessageIsMalformedOrUnknown() throws IOException {
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(20);
        for (Sample sample : samples) {
            assertThat(decoded(sample))
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
        }
    }

    @Test
    void theRealProductsAreAPerpetualAndAFuture() throws IOException {
        List<Instrument> listed = samples().stream()
                .filter(sample -> sample.channel().equals("advanced.products.future"))
                .flatMap(sample -> decoded(sample).stream())
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument())
                .toList();
        assertThat(listed).extracting(Instrument::unifiedSymbol).containsExactly("BTC/USD:USD", "BTC/USD:USD-260424");
        assertThat(listed)
                .allMatch(
                        instrument -> instrument.contractSize().toPlainString().equals("0.01"));
    }
}
