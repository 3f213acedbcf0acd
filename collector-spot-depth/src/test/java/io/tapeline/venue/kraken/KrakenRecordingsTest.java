package io.tapeline.venue.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session: everything becomes its events, digit for digit, and no checksum disagrees. */
class KrakenRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final KrakenVenue venue = new KrakenVenue(KrakenSettings.defaults());

    private List<MarketEvent> normalized() throws IOException {
        return SharedFrames.normalized(venue, List.of(), SharedFrames.recording("kraken"));
    }

    @Test
    void everyFrameBecomesItsEventsDigitForDigitAndInOrder() throws IOException {
        List<String> sent = new ArrayList<>();
        for (FrameLine line : SharedFrames.recording("kraken")) {
            sent.addAll(sent(JSON.readTree(((FrameLine.Frame) line).frame().body())));
        }
        List<MarketEvent> events = normalized();
        assertThat(events.stream().map(KrakenRecordingsTest::said).toList()).isEqualTo(sent);
        assertThat(events.stream().collect(Collectors.groupingBy(e -> e.kind().wireName(), Collectors.counting())))
                .containsEntry("instrument", 10L)
                .containsEntry("quote", 10L)
                .containsEntry("book", 670L)
                .hasSize(3);
    }

    @Test
    void everyBookAgreesWithItsChecksum() throws IOException {
        List<Book> books = normalized().stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .toList();
        assertThat(books).allMatch(book -> book.verified() == Verified.CHECKSUM);
        assertThat(books.stream().filter(Book::snapshot)).hasSize(10);
    }

    /** As when the frames are read without what was listed: the digits alone tell. */
    @Test
    void checksumsComeOutRightWithoutMetadataToo() throws IOException {
        List<FrameLine> withoutListing = SharedFrames.recording("kraken").stream()
                .filter(line -> !((FrameLine.Frame) line).frame().text().contains("\"instrument\""))
                .toList();
        assertThat(SharedFrames.normalized(venue, List.of(), withoutListing).stream()
                        .filter(event -> event instanceof Book book && book.verified() == Verified.CHECKSUM))
                .hasSize(670);
    }

    private static List<String> sent(JsonNode message) {
        JsonNode data = message.path("data");
        return switch (message.get("channel").asString()) {
            case "instrument" ->
                data.get("pairs")
                        .valueStream()
                        .map(pair -> text(pair, "symbol") + " " + text(pair, "price_increment") + " "
                                + text(pair, "qty_increment"))
                        .toList();
            case "ticker" -> data.valueStream().map(KrakenRecordingsTest::quote).toList();
            case "trade" -> data.valueStream().map(KrakenRecordingsTest::trade).toList();
            case "book" -> {
                String type = message.get("type").asString();
                yield data.valueStream()
                        .map(row -> text(row, "symbol") + " " + type + " " + levels(row.get("bids")) + "|"
                                + levels(row.get("asks")) + text(row, "timestamp"))
                        .toList();
            }
            default -> List.of();
        };
    }

    private static String quote(JsonNode row) {
        return String.join(
                " ",
                text(row, "symbol"),
                text(row, "bid"),
                text(row, "bid_qty"),
                text(row, "ask"),
                text(row, "ask_qty"),
                text(row, "timestamp"));
    }

    private static String trade(JsonNode row) {
        return String.join(
                " ",
                text(row, "symbol"),
                text(row, "trade_id"),
                text(row, "side"),
                text(row, "price"),
                text(row, "qty"),
                text(row, "timestamp"));
    }

    private static String text(JsonNode row, String name) {
        return row.get(name).isBigDecimal()
                ? row.get(name).decimalValue().toPlainString()
                : row.get(name).asString();
    }

    private static String levels(JsonNode side) {
        return side.valueStream()
                .map(level -> text(level, "price") + "x" + text(level, "qty") + " ")
                .collect(Collectors.joining());
    }

    private static String said(MarketEvent event) {
        long micros = event.header().timestamp();
        String symbol = event.instrumentId().symbol() + " ";
        return switch (event) {
            case InstrumentListed listed ->
                symbol + listed.instrument().tickSize().toPlainString() + " "
                        + listed.instrument().lotSize().toPlainString();
            case Quote q ->
                symbol + q.bidPrice().toPlainString() + " " + q.bidSize().toPlainString() + " "
                        + q.askPrice().toPlainString() + " " + q.askSize().toPlainString() + " " + time(micros);
            case Trade t ->
                symbol + t.tradeId() + " " + t.side().name().toLowerCase(Locale.ROOT) + " "
                        + t.price().toPlainString() + " " + t.size().toPlainString() + " " + time(micros);
            case Book book ->
                symbol + (book.snapshot() ? "snapshot " : "update ") + text(book.bids()) + "|" + text(book.asks())
                        + time(micros);
            default -> event.toString();
        };
    }

    /** With six decimals, as the venue writes it. */
    private static String time(long micros) {
        String seconds = Instant.ofEpochSecond(micros / 1_000_000).toString().replace("Z", "");
        return seconds + "." + "%06d".formatted(micros % 1_000_000) + "Z";
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
