package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The recorded sessions: every frame becomes its event, in order and digit for digit. */
class HtxRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** How a feed says what trades are. @param size of a trade from its amount */
    private record Dialect(Venue venue, String tradeId, SizeUnit unit, UnaryOperator<BigDecimal> size) {
        String feed() {
            return venue.feed();
        }
    }

    private static final Dialect SPOT = new Dialect(
            new HtxSpotVenue(HtxSpotSettings.defaults()), "tradeId", SizeUnit.BASE, UnaryOperator.identity());
    private static final Dialect SWAP = new Dialect(
            new HtxSwapVenue(HtxSettings.defaults()),
            "id",
            SizeUnit.CONTRACTS,
            amount -> amount.divide(BigDecimal.TWO));

    @Test
    void everyFrameOfContractsBecomesItsEvent() throws IOException {
        assertThat(counts(SWAP)).isEqualTo(Map.of("trade", 3L, "book", 81L));
    }

    @Test
    void everyFrameOfPairsBecomesItsEvent() throws IOException {
        assertThat(counts(SPOT)).isEqualTo(Map.of("trade", 15L, "book", 27L));
    }

    @Test
    void digitsAndOrderOfContractsAreTheVenuesOwn() throws IOException {
        assertThat(said(SWAP)).containsExactlyElementsOf(sent(SWAP));
    }

    @Test
    void digitsAndOrderOfPairsAreTheVenuesOwn() throws IOException {
        assertThat(said(SPOT)).containsExactlyElementsOf(sent(SPOT));
    }

    private static List<MarketEvent> events(Dialect dialect) throws IOException {
        return SharedFrames.normalized(dialect.venue(), List.of(), SharedFrames.recording(dialect.feed()));
    }

    private static Map<String, Long> counts(Dialect dialect) throws IOException {
        return events(dialect).stream()
                .collect(Collectors.groupingBy(event -> event.kind().wireName(), Collectors.counting()));
    }

    private static List<String> sent(Dialect dialect) throws IOException {
        List<String> sent = new ArrayList<>();
        for (FrameLine line : SharedFrames.recording(dialect.feed())) {
            JsonNode message = JSON.readTree(((FrameLine.Frame) line).frame().body());
            if (message.has("ch")) {
                String symbol = message.get("ch").asString().split("\\.")[1];
                rows(message.get("tick"), dialect).forEach(row -> sent.add(symbol + " " + row));
            }
        }
        return sent;
    }

    private static List<String> rows(JsonNode tick, Dialect dialect) {
        return tick.has("data")
                ? tick.get("data").valueStream().map(row -> trade(row, dialect)).toList()
                : List.of(levels(tick.get("bids")) + "|" + levels(tick.get("asks"))
                        + tick.get("ts").asString());
    }

    private static String trade(JsonNode row, Dialect dialect) {
        return row.get(dialect.tradeId()).asString() + " " + plain(row.get("price")) + " "
                + dialect.size().apply(row.get("amount").decimalValue()).toPlainString() + " "
                + row.get("direction").asString().toUpperCase(Locale.ROOT);
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().toPlainString();
    }

    private static String levels(JsonNode side) {
        StringBuilder text = new StringBuilder();
        side.forEach(level -> text.append(plain(level.get(0)))
                .append('x')
                .append(plain(level.get(1)))
                .append(' '));
        return text.toString();
    }

    private static List<String> said(Dialect dialect) throws IOException {
        return events(dialect).stream()
                .map(event -> event.instrumentId().symbol() + " " + said(event, dialect))
                .toList();
    }

    private static String said(MarketEvent event, Dialect dialect) {
        return switch (event) {
            case Trade trade -> {
                assertThat(trade.sizeUnit()).isEqualTo(dialect.unit());
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
