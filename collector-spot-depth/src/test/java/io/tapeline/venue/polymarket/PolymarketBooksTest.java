package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.Verdict;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.SizeUnit;
import org.junit.jupiter.api.Test;

class PolymarketBooksTest {
    private final BookSequencer rules = new PolymarketBookSequencer();

    private static BookUpdate at(long time) {
        return new BookUpdate(
                Header.venue(PolymarketNames.token("1"), time, 99),
                true,
                Levels.EMPTY,
                Levels.EMPTY,
                SizeUnit.BASE,
                null,
                null,
                null,
                null);
    }

    @Test
    void aBookThatIsFetchedTooLateIsDropped() {
        assertThat(rules.supersedes(at(10), at(9))).isFalse();
        assertThat(rules.supersedes(at(10), at(10))).isTrue();
    }

    @Test
    void whatIsOlderThanABookIsInIt() {
        assertThat(rules.first(at(10), at(9))).isEqualTo(Verdict.IGNORE);
        assertThat(rules.first(at(10), at(10))).isEqualTo(Verdict.APPLY);
        assertThat(rules.next(-1, at(1))).as("the stream itself is in order").isEqualTo(Verdict.APPLY);
    }
}
