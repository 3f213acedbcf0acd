package io.tapeline.venue.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.instrument.Instrument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private record Sample(String channel, boolean rest, String text) {
        static Sample of(String line) {
            String channel = line.substring(line.indexOf("\":\"") + 3, line.indexOf("\",\"transport\""));
            String text = line.substring(line.indexOf("\"payload\":") + 10, line.lastIndexOf('}'));
            return new Sample(channel, line.contains("\"transport\":\"rest\""), text);
        }

        /** What is received of the interface that the feed uses. */
        boolean concerns() {
            return channel.startsWith("advanced.")
                    && !channel.equals("advanced.subscribe")
                    && (!rest || URLS.containsKey(channel));
        }

        List<Decoded> decoded() {
            RawFrame frame = new RawFrame(
                    "coinbase-futures",
                    rest ? Transport.REST : Transport.WS,
                    null,
                    rest ? ROOT + URLS.get(channel) : null,
                    VenuePayload.RECEIVED,
                    text.getBytes(StandardCharsets.UTF_8));
            return CoinbaseInstruments.VENUE.decoder().decode(frame, InstrumentLookup.NONE);
        }
    }

    private static List<Sample> samples() throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/coinbase.ndjson"))) {
            return lines.map(Sample::of).filter(Sample::concerns).toList();
        }
    }

    @Test
    void noMessageIsMalformedOrUnknown() throws IOException {
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(20);
        for (Sample sample : samples) {
            assertThat(sample.decoded())
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown);
        }
    }

    @Test
    void theRealProductsAreAPerpetualAndAFuture() throws IOException {
        List<Instrument> listed = samples().stream()
                .filter(sample -> sample.channel().equals("advanced.products.future"))
                .flatMap(sample -> sample.decoded().stream())
                .filter(Decoded.Listed.class::isInstance)
                .map(one -> ((Decoded.Listed) one).instrument())
                .toList();
        assertThat(listed).extracting(Instrument::unifiedSymbol).containsExactly("BTC/USD:USD", "BTC/USD:USD-260424");
        assertThat(listed)
                .allMatch(
                        instrument -> instrument.contractSize().toPlainString().equals("0.01"));
    }
}
