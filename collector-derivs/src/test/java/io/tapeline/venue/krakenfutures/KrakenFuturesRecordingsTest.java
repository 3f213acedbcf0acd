package io.tapeline.venue.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session: everything becomes its events, digit for digit, and the books chain without a hole. */
class KrakenFuturesRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final KrakenFuturesVenue venue = new KrakenFuturesVenue(KrakenFuturesSettings.defaults());

    @Test
    void everyFrameBecomesItsEventsDigitForDigitAndInOrder() throws IOException {
        List<FrameLine> recording = SharedFrames.recording("kraken-futures");
        List<String> sent = new ArrayList<>();
        for (FrameLine line : recording) {
            JsonNode message = JSON.readTree(((FrameLine.Frame) line).frame().body());
            if (message.has("feed") && !message.has("event")) {
                sent.addAll(sent(message));
            }
        }
        List<MarketEvent> events = SharedFrames.normalized(venue, List.of(), recording);
        assertThat(events.stream().map(KrakenFuturesRecordingsTest::said).toList())
                .isEqualTo(sent);
        assertThat(events.stream().collect(Collectors.groupingBy(e -> e.kind().wireName(), Collectors.counting())))
                .containsEntry("trade", 1000L)
                .containsEntry("quote", 92L)
                .containsEntry("book", 1367L);
    }

    @Test
    void booksChainFromTheirSnapshots() throws IOException {
        List<Book> books = SharedFrames.normalized(venue, List.of(), SharedFrames.recording("kraken-futures")).stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .toList();
        assertThat(books).allMatch(book -> book.verified() == Verified.SEQUENCE);
        assertThat(books.stream().filter(Book::snapshot)).hasSize(10);
        assertThat(books)
                .filteredOn(book -> !book.snapshot())
                .allMatch(book -> book.previousSequence() != null && book.sequence() == book.previousSequence() + 1);
        assertThat(books).allMatch(book -> book.sizeUnit() == SizeUnit.CONTRACTS);
    }

    private static List<String> sent(JsonNode message) {
        return switch (message.get("feed").asString()) {
            case "trade_snapshot" ->
                message.get("trades")
                        .valueStream()
                        .sorted(Comparator.comparing(row -> row.get("seq").longValue()))
                        .map(KrakenFuturesRecordingsTest::trade)
                        .toList();
            case "trade" -> List.of(trade(message));
            case "book_snapshot" ->
                List.of(levels(message.get("bids")) + "|" + levels(message.get("asks")) + end(message));
            case "book" -> {
                String level = text(message, "price") + "x" + text(message, "qty") + " ";
                boolean bid = text(message, "side").equals("buy");
                yield List.of((bid ? level + "|" : "|" + level) + end(message));
            }
            case "ticker_lite" -> List.of(text(message, "bid") + " " + text(message, "ask"));
            default -> List.of(message.toString());
        };
    }

    private static String end(JsonNode message) {
        return text(message, "seq") + " " + text(message, "timestamp");
    }

    private static String trade(JsonNode row) {
        return String.join(
                " ",
                text(row, "uid"),
                text(row, "seq"),
                text(row, "side").toUpperCase(java.util.Locale.ROOT),
                text(row, "price"),
                text(row, "qty"),
                text(row, "time"));
    }

    private static String text(JsonNode row, String name) {
        return row.get(name).isBigDecimal()
                ? row.get(name).decimalValue().toPlainString()
                : row.get(name).asString();
    }

    private static String levels(JsonNode side) {
        StringBuilder text = new StringBuilder();
        side.forEach(level -> text.append(text(level, "price"))
                .append('x')
                .append(text(level, "qty"))
                .append(' '));
        return text.toString();
    }

    private static String said(MarketEvent event) {
        long millis = event.header().timestamp() / 1_000;
        return switch (event) {
            case Trade t ->
                t.tradeId() + " " + t.sequence() + " " + t.side() + " "
                        + t.price().toPlainString() + " " + t.size().toPlainString() + " " + millis;
            case Book book -> text(book.bids()) + "|" + text(book.asks()) + book.sequence() + " " + millis;
            case Quote quote ->
                quote.bidPrice().toPlainString() + " " + quote.askPrice().toPlainString();
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
