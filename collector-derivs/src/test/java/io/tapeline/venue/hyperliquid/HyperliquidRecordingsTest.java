package io.tapeline.venue.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameFile;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session, through the pipeline of {@code tapeline normalize}. */
class HyperliquidRecordingsTest {
    private static final Path FILE = Path.of("recordings/hyperliquid.ndjson");

    private final Venue venue = new HyperliquidVenue(HyperliquidSettings.defaults());

    @Test
    void everyBookAndTradeIsPublishedInOrderDigitForDigit() throws IOException {
        Path file = SharedFolder.file(FILE.toString());
        List<MarketEvent> events = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (var preview = FrameFile.read(file, venue.feed());
                var lines = FrameFile.read(file, venue.feed())) {
            Normalizer normalizer = new Normalizer(
                    venue, List.of(), false, preview, events::add, (line, reason) -> problems.add(reason));
            lines.forEach(normalizer::accept);
            normalizer.finish();
        }
        assertThat(problems).isEmpty();
        assertThat(events.stream().map(HyperliquidRecordingsTest::said)).containsExactlyElementsOf(sent(file));
        assertThat(events).hasSizeGreaterThan(13);
    }

    private static String said(MarketEvent event) {
        return switch (event) {
            case Book book -> "book " + book.sequence() + " " + book.bids() + " " + book.asks();
            case Trade trade ->
                "trade " + trade.tradeId() + " " + trade.price().toPlainString() + " "
                        + trade.size().toPlainString();
            default -> event.toString();
        };
    }

    private static List<String> sent(Path file) throws IOException {
        List<String> sent = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode frame = JsonMapper.shared().readTree(line).get("frame");
            JsonNode data = frame.get("data");
            if (frame.get("channel").asString().equals("l2Book")) {
                sent.add("book " + data.get("time").asString() + " "
                        + levels(data.get("levels").get(0)) + " "
                        + levels(data.get("levels").get(1)));
            } else {
                data.forEach(trade -> sent.add("trade " + trade.get("tid").asString() + " "
                        + trade.get("px").asString() + " " + trade.get("sz").asString()));
            }
        }
        return sent;
    }

    private static String levels(JsonNode side) {
        List<String> levels = new ArrayList<>();
        side.forEach(level ->
                levels.add(level.get("px").asString() + " x " + level.get("sz").asString()));
        return "[" + String.join(", ", levels) + "]";
    }
}
