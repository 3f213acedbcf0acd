package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameFile;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded session of 2021, and books of 2022: every event is there, in order, with the venue's digits. */
class OkxRecordingsTest {
    private static final String RECORDING = "recordings/okx.ndjson";

    private static List<MarketEvent> normalized(boolean derived) throws IOException {
        Path file = SharedFolder.file(RECORDING);
        List<MarketEvent> events = new ArrayList<>();
        try (var preview = FrameFile.read(file);
                var lines = FrameFile.read(file)) {
            Normalizer normalizer =
                    new Normalizer(OkxTape.VENUE, List.of(), derived, preview, events::add, (line, reason) -> {
                        throw new AssertionError("line " + line + ": " + reason);
                    });
            lines.forEach(normalizer::accept);
            normalizer.finish();
        }
        return events;
    }

    @Test
    void everyChecksumMatches() throws IOException {
        List<Book> books = normalized(false).stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .toList();
        // 10 snapshots and 331 changes: a checksum that does not match would have ended a book.
        assertThat(books).hasSize(341).extracting(Book::verified).containsOnly(Verified.CHECKSUM);
        assertThat(books.stream().filter(Book::snapshot)).hasSize(10);
    }

    @Test
    void tradesAndBookChangesAreTheFramesOwn() throws IOException {
        List<String> said = normalized(false).stream()
                .map(OkxRecordingsTest::said)
                .flatMap(List::stream)
                .toList();
        assertThat(said).isEqualTo(sent());
    }

    /** Levels and trades, digit by digit, in the order of the frames. */
    private static List<String> sent() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFolder.file(RECORDING))) {
            JsonNode frame = JsonMapper.shared().readTree(line).get("frame");
            for (JsonNode row : frame.path("data")) {
                switch (frame.at("/arg/channel").stringValue()) {
                    case "trades" -> {
                        for (String member : List.of("tradeId", "px", "sz", "side", "ts")) {
                            texts.add(row.get(member).stringValue());
                        }
                    }
                    case "books-l2-tbt" -> {
                        texts.add(frame.get("action").stringValue());
                        levels(row.get("bids"), texts);
                        levels(row.get("asks"), texts);
                        texts.add(row.get("ts").stringValue());
                    }
                    default -> {}
                }
            }
        }
        return texts;
    }

    private static void levels(JsonNode side, List<String> texts) {
        side.forEach(level -> {
            texts.add(level.get(0).stringValue());
            texts.add(level.get(1).stringValue());
        });
    }

    private static List<String> said(MarketEvent event) {
        List<String> texts = new ArrayList<>();
        switch (event) {
            case Trade trade -> {
                texts.add(trade.tradeId());
                texts.add(trade.price().toPlainString());
                texts.add(trade.size().toPlainString());
                texts.add(trade.side().name().toLowerCase(java.util.Locale.ROOT));
            }
            case Book book -> {
                texts.add(book.snapshot() ? "snapshot" : "update");
                levels(book.bids(), texts);
                levels(book.asks(), texts);
            }
            default -> throw new AssertionError("unexpected: " + event);
        }
        texts.add(Long.toString(event.header().timestamp() / 1_000));
        return texts;
    }

    private static void levels(Levels levels, List<String> texts) {
        for (int i = 0; i < levels.size(); i++) {
            texts.add(levels.price(i).toPlainString());
            texts.add(levels.size(i).toPlainString());
        }
    }

    /** A capture of 2022 in the samples, where books had neither numbers nor a checksum that was 0. */
    @Test
    void theChecksumsOfASampledBookMatch() throws IOException {
        List<MarketEvent> books = new ArrayList<>();
        Normalizer normalizer = new Normalizer(OkxTape.VENUE, List.of(), false, null, books::add, (line, reason) -> {
            throw new AssertionError(reason);
        });
        int frames = 0;
        for (String line : Files.readAllLines(SharedFolder.file("venues/samples/okx.ndjson"))) {
            if (line.contains("2022 capture")) {
                String text = line.substring(line.indexOf("\"payload\":") + 10, line.lastIndexOf('}'));
                normalizer.accept(new FrameLine.Frame(++frames, null, OkxTape.socket(text)));
            }
        }
        assertThat(frames).isGreaterThan(10);
        assertThat(books).hasSize(frames).allMatch(book -> ((Book) book).verified() == Verified.CHECKSUM);
    }
}
