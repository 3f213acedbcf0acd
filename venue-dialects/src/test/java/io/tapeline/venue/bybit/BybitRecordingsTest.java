package io.tapeline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.venue.testing.SharedFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded session: every frame of it is a change of one book, digit by digit, and they chain without a hole. Books of
 * pairs look the same; the feed says what the symbol is.
 */
class BybitRecordingsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Arguments> feeds() {
        return Stream.of(
                Arguments.of(BybitReading.VENUE, Market.PERPETUAL), Arguments.of(BybitReading.SPOT, Market.SPOT));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void everyFrameIsPublishedDigitByDigit(Venue venue, Market market) throws IOException {
        List<FrameLine> frames = recorded(venue.feed());
        List<MarketEvent> events = SharedFrames.normalized(venue, List.of(), frames);
        List<Book> books = BybitReading.of(Book.class, events);
        assertThat(books).hasSameSizeAs(frames);
        for (int i = 0; i < frames.size(); i++) {
            JsonNode sent =
                    JSON.readTree(((FrameLine.Frame) frames.get(i)).frame().body());
            JsonNode data = sent.get("data");
            Book book = books.get(i);
            assertThat(book.instrumentId()).isEqualTo(new InstrumentId("bybit", market, "XRPUSDT"));
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

    /** The session as another feed would have recorded it. */
    private static List<FrameLine> recorded(String feed) throws IOException {
        List<FrameLine> frames = new ArrayList<>();
        for (FrameLine line : SharedFrames.recording("bybit")) {
            FrameLine.Frame recorded = (FrameLine.Frame) line;
            RawFrame frame = recorded.frame();
            frames.add(new FrameLine.Frame(
                    recorded.line(),
                    recorded.session(),
                    new RawFrame(
                            feed, frame.transport(), frame.connection(), frame.url(), frame.received(), frame.body())));
        }
        return frames;
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
