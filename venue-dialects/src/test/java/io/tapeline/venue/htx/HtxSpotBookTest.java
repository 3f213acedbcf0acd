package io.tapeline.venue.htx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Verified;
import io.tapeline.venue.testing.SharedFrames;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books that begin with changes and are asked for whole. */
class HtxSpotBookTest {
    private final HtxSpotVenue venue = new HtxSpotVenue(HtxSpotSettings.defaults());
    private final BookSequencer rules = venue.books().orElseThrow();

    private List<Book> books(VenuePayload... payloads) {
        return SharedFrames.normalized(
                        venue,
                        List.of(),
                        List.of(payloads).stream()
                                .map(payload -> payload.frame(venue.feed()))
                                .toArray(RawFrame[]::new))
                .stream()
                .map(Book.class::cast)
                .toList();
    }

    /** Captured 2020-07-01: the book is that of the second of four changes, and came after them. */
    @Test
    void changesWaitForTheBookAndThoseItHasAreDropped() {
        List<Book> books =
                books(HtxSpotPayloads.OLD, HtxSpotPayloads.FIRST, HtxSpotPayloads.SECOND, HtxSpotPayloads.SNAPSHOT);
        assertThat(books).extracting(Book::sequence).containsExactly(109409288160L, 109409288204L, 109409288226L);
        assertThat(books).extracting(Book::verified).containsOnly(Verified.SEQUENCE);
        assertThat(books.getFirst().snapshot()).isTrue();
        assertThat(books.get(1).previousSequence()).isEqualTo(109409288160L);
        assertThat(books.get(1).asks().size(0).toPlainString()).isEqualTo("0.0");
    }

    @Test
    void aBookOlderThanWhatIsBufferedIsNotJoined() {
        assertThat(books(HtxSpotPayloads.SECOND, HtxSpotPayloads.THIRD, HtxSpotPayloads.SNAPSHOT))
                .as("there is no other one: the changes alone")
                .extracting(Book::verified)
                .containsOnly(Verified.NONE);
    }

    @Test
    void aBookIsAskedForOnItsStream() {
        assertThat(rules.snapshotSource()).isEqualTo(SnapshotSource.REQUEST);
        assertThat(rules.levels()).isEqualTo(150);
    }

    @Test
    void onlyANewerNumberReplacesABookThatIsKeptByNumbers() {
        BookUpdate numbered = update(HtxSpotPayloads.SNAPSHOT);
        assertThat(rules.supersedes(109409288159L, numbered)).isTrue();
        assertThat(rules.supersedes(109409288161L, numbered)).isFalse();
        BookUpdate whole = update(VenuePayload.stream("", """
                {"ch":"market.btcusdt.depth.step0","ts":1618678093952,"tick":{"bids":[[1,2]],"asks":[[2,1]],\
                "version":181645700,"ts":1618678093950}}
                """));
        assertThat(rules.supersedes(-1, whole)).isTrue();
        assertThat(rules.supersedes(109409288159L, whole)).isFalse();
    }

    private BookUpdate update(VenuePayload payload) {
        return (BookUpdate) venue.decoder()
                .decode(payload.frame(venue.feed()), InstrumentLookup.NONE)
                .getFirst();
    }
}
