package io.tapeline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Verified;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a hole in a book, and what only looks like one. */
class OkxBookTest {
    private final BookSequencer rules = new OkxBookSequencer();

    private static BookUpdate change(long previous, long sequence) {
        return (BookUpdate)
                OkxTape.message(OkxPayloads.change(previous, sequence).text()).getFirst();
    }

    @Test
    void equalNumbersAreASignOfLife() {
        assertThat(rules.next(107, change(107, 107))).isEqualTo(Verdict.APPLY);
    }

    @Test
    void aSmallerNumberIsAResetInAMaintenanceAndTheBookGoesOnFromIt() {
        assertThat(rules.next(107, change(107, 3))).isEqualTo(Verdict.APPLY);
        assertThat(rules.next(3, change(3, 5))).isEqualTo(Verdict.APPLY);
    }

    @Test
    void whatAnotherConnectionBroughtIsDropped() {
        assertThat(rules.next(107, change(100, 107))).isEqualTo(Verdict.IGNORE);
    }

    @Test
    void aBookWithoutChecksumIsVerifiedByItsSequence() {
        List<Book> books = OkxTape.normalized(
                        List.of(OkxInstruments.SPOT), OkxPayloads.SNAPSHOT.text(), OkxPayloads.FIRST.text())
                .stream()
                .map(Book.class::cast)
                .toList();
        assertThat(books).extracting(Book::verified).containsOnly(Verified.SEQUENCE);
        assertThat(books).extracting(Book::sequence).containsExactly(100L, 107L);
        assertThat(books.getLast().previousSequence()).isEqualTo(100);
    }

    @Test
    void aBookOfAnAuctionMayBeCrossedForAsLongAsItLasts() {
        String crossing = OkxPayloads.FIRST.text().replace("84769.7", "84999.9");
        List<?> books = OkxTape.normalized(
                List.of(OkxInstruments.SPOT),
                OkxPayloads.SNAPSHOT.text(),
                crossing,
                OkxPayloads.SECOND.text(),
                OkxPayloads.THIRD.text());
        assertThat(books).hasSize(4);
    }

    @Test
    void aChecksumOfAnArchiveThatDoesNotMatchIsAHole() {
        String snapshot =
                "{\"arg\":{\"channel\":\"books-l2-tbt\",\"instId\":\"A-B\"},\"action\":\"snapshot\",\"data\":[{"
                        + "\"asks\":[[\"3366.8\",\"9\",\"0\",\"3\"],[\"3368\",\"8\",\"0\",\"3\"]],"
                        + "\"bids\":[[\"3366.1\",\"7\",\"0\",\"3\"]],\"ts\":\"1626995753337\",\"checksum\":%d}]}";
        // crc32 of 3366.1:7:3366.8:9:3368:8, of which the second bid has run out
        assertThat(OkxTape.normalized(List.of(), snapshot.formatted(CHECKSUM)))
                .singleElement()
                .extracting(event -> ((Book) event).verified())
                .isEqualTo(Verified.CHECKSUM);
        assertThat(OkxTape.normalized(List.of(), snapshot.formatted(CHECKSUM + 1)))
                .isEmpty();
    }

    private static final int CHECKSUM = -1_471_518_219;
}
