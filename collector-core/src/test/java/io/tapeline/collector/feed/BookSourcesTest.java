package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import org.junit.jupiter.api.Test;

class BookSourcesTest {
    private final BookSources sources = new BookSources();

    private static BookUpdate update(boolean snapshot, Long sequence) {
        return new BookUpdate(
                Header.received(ToyVenue.BTC, 1),
                snapshot,
                Levels.EMPTY,
                Levels.EMPTY,
                SizeUnit.BASE,
                sequence,
                sequence,
                null,
                null);
    }

    private boolean takes(boolean snapshot, String connection) {
        return sources.take(update(snapshot, null), connection);
    }

    @Test
    void changesOfTwoConnectionsAreNeverMixed() {
        assertThat(takes(true, "c1")).isTrue();
        assertThat(takes(false, "c2")).isFalse();
        assertThat(takes(false, "c1")).isTrue();
        assertThat(takes(true, "c2"))
                .as("the younger one brings the book whole")
                .isTrue();
        assertThat(takes(false, "c1")).isFalse();
        assertThat(takes(true, "c1")).as("the older one takes nothing back").isFalse();
        assertThat(takes(false, "c2")).isTrue();
    }

    @Test
    void whenAConnectionIsGoneTheOtherGoesOn() {
        takes(true, "c1");
        takes(false, "c2");
        sources.forgetConnection("c1");
        assertThat(takes(false, "c2")).isTrue();
    }

    @Test
    void whatIsNumberedOrFetchedIsNotItsBusiness() {
        takes(true, "c1");
        assertThat(sources.take(update(false, 5L), "c2")).isTrue();
        assertThat(takes(true, null)).isTrue();
    }
}
