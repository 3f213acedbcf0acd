package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded session: every frame of it is a change of one book, digit by digit, and they chain without a hole. */
class BybitRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void everyFrameIsPublishedDigitByDigit() throws IOException {
        List<FrameLine> frames = SharedFrames.recording("bybit");
        List<MarketEvent> events = SharedFrames.normalized(BybitReading.VENUE, List.of(), frames);
        List<Book> books = BybitReading.of(Book.class, events);
        assertThat(books).hasSameSizeAs(frames);
        for (int i = 0; i < frames.size(); i++) {
            JsonNode sent =
                    JSON.readTree(((FrameLine.Frame) frames.get(i)).frame().body());
            JsonNode data = sent.get("data");
            Book book = books.get(i);
            assertThat(book.snapshot()).isEqualTo(i == 0);
            assertThat(book.verified()).isEqualTo(Verified.SEQUENCE);
            assertThat(book.sizeUnit()).isEqualTo(SizeUnit.BASE);
            assertThat(book.sequence()).isEqualTo(data.get("u").longValue());
            assertThat(book.previousSequence())
                    .isEqualTo(i == 0 ? null : books.get(i - 1).sequence());
            assertThat(book.header().timestamp()).isEqualTo(sent.get("cts").longValue() * 1_000);
            assertThat(texts(book.bids())).isEqualTo(texts(data.get("b")));
            assertThat(texts(book.asks())).isEqualTo(texts(data.get("a")));
        }
    }

    private static List<String> texts(Levels levels) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            texts.add(levels.price(i).toPlainString() + " " + levels.size(i).toPlainString());
        }
        return texts;
    }

    private static List<String> texts(JsonNode levels) {
        List<String> texts = new ArrayList<>();
        levels.forEach(level ->
                texts.add(level.get(0).stringValue() + " " + level.get(1).stringValue()));
        return texts;
    }
}
