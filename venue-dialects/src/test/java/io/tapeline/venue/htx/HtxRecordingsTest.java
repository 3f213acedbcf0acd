package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session: every frame becomes its event, in order and digit for digit. */
class HtxRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HtxSwapVenue venue = new HtxSwapVenue(HtxSettings.defaults());

    @Test
    void everyFrameBecomesItsEvent() throws IOException {
        Map<String, Long> counts =
                SharedFrames.normalized(venue, List.of(), SharedFrames.recording("htx-swap")).stream()
                        .collect(Collectors.groupingBy(event -> event.kind().wireName(), Collectors.counting()));
        assertThat(counts).isEqualTo(Map.of("trade", 3L, "book", 81L));
    }

    @Test
    void digitsAndOrderAreTheVenuesOwn() throws IOException {
        List<FrameLine> recording = SharedFrames.recording("htx-swap");
        List<MarketEvent> events = SharedFrames.normalized(venue, List.of(), recording);
        List<String> sent = new ArrayList<>();
        for (FrameLine line : recording) {
            JsonNode message = JSON.readTree(((FrameLine.Frame) line).frame().body());
            if (message.has("ch")) {
                sent.addAll(sent(message.get("tick")));
            }
        }
        assertThat(events.stream().map(HtxRecordingsTest::said)).containsExactlyElementsOf(sent);
    }

    private static List<String> sent(JsonNode tick) {
        return tick.has("data")
                ? tick.get("data").valueStream().map(HtxRecordingsTest::row).toList()
                : List.of(levels(tick.get("bids")) + "|" + levels(tick.get("asks"))
                        + tick.get("ts").asString());
    }

    private static String row(JsonNode row) {
        return row.get("id").asString() + " " + row.get("price").asString() + " "
                + row.get("amount").intValue() / 2 + " "
                + row.get("direction").asString().toUpperCase(Locale.ROOT);
    }

    private static String levels(JsonNode side) {
        StringBuilder text = new StringBuilder();
        side.forEach(level -> text.append(level.get(0).asString())
                .append('x')
                .append(level.get(1).asString())
                .append(' '));
        return text.toString();
    }

    private static String said(MarketEvent event) {
        return switch (event) {
            case Trade trade -> {
                assertThat(trade.sizeUnit()).isEqualTo(SizeUnit.CONTRACTS);
                yield trade.tradeId() + " " + trade.price().toPlainString() + " "
                        + trade.size().toPlainString() + " " + trade.side();
            }
            case Book book -> {
                assertThat(book.snapshot()).isTrue();
                assertThat(book.verified()).isEqualTo(Verified.NONE);
                yield text(book.bids()) + "|" + text(book.asks())
                        + book.header().timestamp() / 1_000;
            }
            default -> event.toString();
        };
    }

    private static String text(Levels levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels.size(); i++) {
            text.append(levels.price(i).toPlainString())
                    .append('x')
                    .append(levels.size(i).toPlainString())
                    .append(' ');
        }
        return text.toString();
    }
}
