package io.tapeline.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session: everything becomes its events, digit for digit and in order. */
class CoinbaseRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<FrameLine> recording() throws IOException {
        return SharedFrames.recording("coinbase");
    }

    private static List<JsonNode> messages() throws IOException {
        return recording().stream()
                .map(line -> JSON.readTree(((FrameLine.Frame) line).frame().body()))
                .toList();
    }

    private static List<MarketEvent> published() throws IOException {
        return SharedFrames.normalized(CoinbaseReading.VENUE, List.of(), recording());
    }

    @Test
    void everyFrameBecomesItsEventDigitForDigitAndInOrder() throws IOException {
        List<String> sent = messages().stream()
                .filter(message -> !text(message, "type").equals("subscriptions"))
                .map(CoinbaseRecordingsTest::sent)
                .toList();
        List<MarketEvent> events = published();
        assertThat(events.stream().map(CoinbaseRecordingsTest::said).toList()).isEqualTo(sent);
        assertThat(events.stream().collect(Collectors.groupingBy(e -> e.kind().wireName(), Collectors.counting())))
                .isEqualTo(Map.of("trade", 25L, "quote", 25L, "book", 1447L));
    }

    @Test
    void rebuiltBooksAreThoseOfAPlainSecondReading() throws IOException {
        Map<String, TreeMap<BigDecimal, String>> theirs = new HashMap<>();
        for (JsonNode message : messages()) {
            String product = text(message, "product_id");
            for (String side : List.of("bids", "asks")) {
                message.path(side).forEach(level -> set(theirs, product + side, text(level, 0), text(level, 1)));
            }
            message.path("changes")
                    .forEach(row -> set(
                            theirs,
                            product + (text(row, 0).equals("buy") ? "bids" : "asks"),
                            text(row, 1),
                            text(row, 2)));
        }
        Map<String, TreeMap<BigDecimal, String>> ours = new HashMap<>();
        for (MarketEvent event : published()) {
            if (event instanceof Book book) {
                apply(ours, book.instrumentId().symbol() + "bids", book.bids());
                apply(ours, book.instrumentId().symbol() + "asks", book.asks());
            }
        }
        assertThat(ours).hasSize(20).isEqualTo(theirs);
    }

    @Test
    void booksAreWholeFromTheirSnapshotsAndNotCalledVerified() throws IOException {
        List<Book> books = published().stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .toList();
        assertThat(books.stream().filter(Book::snapshot)).hasSize(10);
        assertThat(books)
                .allMatch(book ->
                        book.verified() == Verified.NONE && book.sequence() == null && book.previousSequence() == null);
    }

    private static void apply(Map<String, TreeMap<BigDecimal, String>> books, String side, Levels levels) {
        for (int i = 0; i < levels.size(); i++) {
            set(books, side, levels.price(i).toPlainString(), levels.size(i).toPlainString());
        }
    }

    private static void set(Map<String, TreeMap<BigDecimal, String>> books, String side, String price, String size) {
        TreeMap<BigDecimal, String> levels = books.computeIfAbsent(side, absent -> new TreeMap<>());
        if (new BigDecimal(size).signum() == 0) {
            levels.remove(new BigDecimal(price));
        } else {
            levels.put(new BigDecimal(price), size);
        }
    }

    private static String sent(JsonNode message) {
        String product = text(message, "product_id");
        return switch (text(message, "type")) {
            case "match", "last_match" ->
                String.join(
                        " ",
                        product,
                        text(message, "trade_id"),
                        text(message, "side").equals("buy") ? "sell" : "buy",
                        text(message, "price"),
                        text(message, "size"),
                        text(message, "sequence"),
                        text(message, "time"));
            case "ticker" ->
                String.join(
                        " ",
                        product,
                        text(message, "best_bid"),
                        text(message, "best_ask"),
                        text(message, "sequence"),
                        text(message, "time"));
            case "snapshot" -> product + " whole " + levels(message.get("bids")) + "|" + levels(message.get("asks"));
            case "l2update" ->
                product + " " + changes(message, "buy") + "|" + changes(message, "sell") + text(message, "time");
            default -> message.toString();
        };
    }

    private static String changes(JsonNode message, String side) {
        StringBuilder levels = new StringBuilder();
        message.get("changes").forEach(row -> {
            if (text(row, 0).equals(side)) {
                levels.append(text(row, 1)).append('x').append(text(row, 2)).append(' ');
            }
        });
        return levels.toString();
    }

    private static String levels(JsonNode side) {
        StringBuilder levels = new StringBuilder();
        side.forEach(level ->
                levels.append(text(level, 0)).append('x').append(text(level, 1)).append(' '));
        return levels.toString();
    }

    private static String text(JsonNode message, String member) {
        return message.path(member).asString("");
    }

    private static String text(JsonNode row, int position) {
        return row.get(position).asString();
    }

    private static String said(MarketEvent event) {
        String product = event.instrumentId().symbol() + " ";
        String time = IsoMicros.format(event.header().timestamp());
        return switch (event) {
            case Trade t ->
                product + t.tradeId() + " " + t.side().name().toLowerCase(Locale.ROOT) + " "
                        + t.price().toPlainString() + " " + t.size().toPlainString() + " " + t.sequence() + " " + time;
            case Quote q ->
                product + q.bidPrice().toPlainString() + " " + q.askPrice().toPlainString() + " " + q.sequence() + " "
                        + time;
            case Book book ->
                product + (book.snapshot() ? "whole " : "") + text(book.bids()) + "|" + text(book.asks())
                        + (book.snapshot() ? "" : time);
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
