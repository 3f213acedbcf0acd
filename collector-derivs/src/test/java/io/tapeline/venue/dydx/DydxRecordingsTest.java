package io.tapeline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameFile;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session, through the pipeline of {@code tapeline normalize}. */
class DydxRecordingsTest {
    private static final String FILE = "recordings/dydx.ndjson";

    private final Venue venue = new DydxVenue(DydxSettings.defaults());
    private final List<MarketEvent> events = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private void normalize() throws IOException {
        Path file = SharedFolder.file(FILE);
        try (var preview = FrameFile.read(file, venue.feed());
                var lines = FrameFile.read(file, venue.feed())) {
            Normalizer normalizer = new Normalizer(
                    venue,
                    List.of(),
                    false,
                    preview,
                    events::add,
                    (line, reason) -> problems.add(line + ": " + reason));
            lines.forEach(normalizer::accept);
            normalizer.finish();
        }
    }

    @Test
    void everyFrameIsUnderstoodAndEveryChangePublished() throws IOException {
        normalize();
        assertThat(problems).isEmpty();
        List<Book> books = events.stream()
                .filter(Book.class::isInstance)
                .map(Book.class::cast)
                .toList();
        assertThat(books.stream().filter(Book::snapshot)).hasSize(10);
        assertThat(books.stream().filter(book -> !book.snapshot()))
                .hasSize(577)
                .allMatch(book -> book.verified() == Verified.SEQUENCE);
        assertThat(events.stream()
                        .filter(e -> e instanceof Trade t && t.header().origin() == Origin.LIVE))
                .hasSize(2);
    }

    @Test
    void booksMadeOfTheEventsAreThoseMadeOfTheFrames() throws IOException {
        normalize();
        Map<String, Map<BigDecimal, BigDecimal>> ours = new HashMap<>();
        for (MarketEvent event : events) {
            if (event instanceof Book book) {
                if (book.snapshot()) {
                    ours.put("bids " + book.instrumentId().symbol(), new TreeMap<>(Comparator.naturalOrder()));
                    ours.put("asks " + book.instrumentId().symbol(), new TreeMap<>(Comparator.naturalOrder()));
                }
                apply(book.bids(), ours.get("bids " + book.instrumentId().symbol()));
                apply(book.asks(), ours.get("asks " + book.instrumentId().symbol()));
            }
        }
        assertThat(ours).isEqualTo(theirs());
    }

    private static void apply(Levels levels, Map<BigDecimal, BigDecimal> side) {
        for (int i = 0; i < levels.size(); i++) {
            set(side, levels.price(i), levels.size(i));
        }
    }

    private static void set(Map<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal size) {
        if (size.signum() == 0) {
            side.remove(price.stripTrailingZeros());
        } else {
            side.put(price.stripTrailingZeros(), size);
        }
    }

    /** The recording never crosses: plain application is enough. */
    private static Map<String, Map<BigDecimal, BigDecimal>> theirs() throws IOException {
        Map<String, Map<BigDecimal, BigDecimal>> books = new HashMap<>();
        for (String line : Files.readAllLines(SharedFolder.file(FILE))) {
            JsonNode frame = JsonMapper.shared().readTree(line).get("frame");
            if (!frame.path("channel").asString("").equals("v4_orderbook")) {
                continue;
            }
            for (String side : List.of("bids", "asks")) {
                Map<BigDecimal, BigDecimal> book =
                        books.computeIfAbsent(side + " " + frame.get("id").asString(), absent -> new TreeMap<>());
                for (JsonNode level : frame.get("contents").path(side)) {
                    boolean object = level.isObject();
                    set(
                            book,
                            new BigDecimal((object ? level.get("price") : level.get(0)).asString()),
                            new BigDecimal((object ? level.get("size") : level.get(1)).asString()));
                }
            }
        }
        return books;
    }
}
