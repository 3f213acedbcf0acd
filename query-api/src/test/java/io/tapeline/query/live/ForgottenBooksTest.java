package io.tapeline.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import org.junit.jupiter.api.Test;

class ForgottenBooksTest {
    private static final long MINUTE = 60_000_000;
    private static final long START = 1_795_168_800_000_000L;

    private final LiveBooks books = new LiveBooks();

    private void book(String token, long minute) {
        long time = START + minute * MINUTE;
        InstrumentId id = new InstrumentId("polymarket", Market.PREDICTION, token);
        books.accept(new Orderbook(
                Header.venue(id, time, time),
                true,
                Levels.of("0.5", "1"),
                Levels.of("0.6", "1"),
                SizeUnit.BASE,
                null,
                null,
                null,
                Verified.NONE));
    }

    @Test
    void booksOfInstrumentsThatEndedLeaveMemoryAfterAnHour() {
        for (int minute = 0; minute < 3_000; minute++) {
            book("token " + minute, minute);
            book("lasting", minute);
        }
        assertThat(books.all()).hasSizeBetween(60, 63);
        assertThat(books.all()).anyMatch(book -> book.instrumentId().symbol().equals("lasting"));
    }
}
