package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import org.junit.jupiter.api.Test;

class BookSourcesTest {
    private final BookSources sources = new BookSources();

    private boolean takes(boolean snapshot, String connection) {
        BookUpdate update = new BookUpdate(
                Header.received(ToyVenue.BTC, 1),
                snapshot,
                Levels.EMPTY,
                Levels.EMPTY,
                SizeUnit.BASE,
                null,
                null,
                null,
                null);
        return sources.take(update, connection);
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
    void whenAConnectionIsGoneItsBooksAreNamedAndTheOtherGoesOn() {
        takes(true, "c1");
        takes(false, "c2");
        assertThat(sources.forgetConnection("c2")).isEmpty();
        assertThat(sources.forgetConnection("c1")).containsExactly(ToyVenue.BTC);
        assertThat(takes(false, "c3")).isTrue();
    }
}
