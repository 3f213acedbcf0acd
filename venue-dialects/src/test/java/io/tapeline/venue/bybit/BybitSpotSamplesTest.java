package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Market;
import io.tapeline.venue.testing.SharedFrames;
import io.tapeline.venue.testing.SharedFrames.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every real message of a pair kept beside the project says, digit for digit, what a plain reading of it says. */
class BybitSpotSamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Streams say so in their name, answers in their text. */
    private static List<Sample> samples() throws IOException {
        return SharedFrames.samples("bybit").stream()
                .filter(sample ->
                        sample.channel().contains("spot") || sample.text().contains("\"category\":\"spot\""))
                .toList();
    }

    private static List<Decoded> decoded(Sample sample) {
        String url = "https://api.bybit.com" + sample.channel().replace("GET ", "") + "?category=spot&symbol=BTCUSDT";
        return BybitReading.SPOT.decoder().decode(sample.frame("bybit-spot", url), InstrumentLookup.NONE);
    }

    @Test
    void eachMessageIsUnderstood() throws IOException {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(13);
        for (Sample sample : samples()) {
            assertThat(decoded(sample))
                    .as("%s: %s", sample.channel(), sample.text())
                    .isNotEmpty()
                    .noneMatch(d -> d instanceof Decoded.Malformed || d instanceof Decoded.Unknown)
                    .allSatisfy(BybitSpotSamplesTest::isOfAPair);
        }
    }

    private static void isOfAPair(Decoded one) {
        if (one instanceof Decoded.Event(var event)) {
            assertThat(event.instrumentId().market()).isEqualTo(Market.SPOT);
        }
    }

    @Test
    void eachMessageSaysWhatAPlainReadingSays() throws IOException {
        int compared = 0;
        for (Sample sample : samples()) {
            JsonNode message = JSON.readTree(sample.text());
            List<String> expected = plain(message);
            if (!expected.isEmpty()) {
                assertThat(decoded(sample).stream().map(BybitSpotSamplesTest::told))
                        .as(sample.channel())
                        .containsExactlyElementsOf(expected);
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(9);
    }

    private static List<String> plain(JsonNode message) {
        String topic = message.path("topic").asString("");
        JsonNode data = message.path("data");
        if (topic.startsWith("publicTrade")) {
            return data.valueStream()
                    .map(t -> "%s %s %s x %s".formatted(text(t, "i"), text(t, "S"), text(t, "p"), text(t, "v")))
                    .toList();
        } else if (topic.startsWith("orderbook")) {
            return List.of("%s %s %s".formatted(data.get("u"), levels(data.get("b")), levels(data.get("a"))));
        } else if (topic.startsWith("kline")) {
            return data.valueStream()
                    .map(c -> "%s %s %s %s %s %s"
                            .formatted(
                                    text(c, "open"),
                                    text(c, "high"),
                                    text(c, "low"),
                                    text(c, "close"),
                                    text(c, "volume"),
                                    text(c, "turnover")))
                    .toList();
        }
        return List.of();
    }

    private static String told(Decoded one) {
        return switch (one) {
            case Decoded.Event(Trade t) ->
                "%s %s %s x %s"
                        .formatted(
                                t.tradeId(),
                                t.side() == Side.BUY ? "Buy" : "Sell",
                                t.price().toPlainString(),
                                t.size().toPlainString());
            case Decoded.Event(Candle c) ->
                "%s %s %s %s %s %s".formatted(c.open(), c.high(), c.low(), c.close(), c.volume(), c.quoteVolume());
            case Decoded.BookUpdate b -> b.lastSequence() + " " + levels(b.bids()) + " " + levels(b.asks());
            case Decoded.QuoteChange q -> q.sequence() + " " + levels(q.bids()) + " " + levels(q.asks());
            default -> one.toString();
        };
    }

    private static String text(JsonNode row, String member) {
        return row.get(member).stringValue();
    }

    private static List<String> levels(JsonNode side) {
        return side.valueStream()
                .map(level -> level.get(0).stringValue() + "x" + level.get(1).stringValue())
                .toList();
    }

    private static List<String> levels(Levels side) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < side.size(); i++) {
            texts.add(side.price(i).toPlainString() + "x" + side.size(i).toPlainString());
        }
        return texts;
    }
}
