package io.tapeline.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A venue whose stream dates trades by the millisecond and whose archive by the second. */
class TradesWithoutIdsTest {
    private static final long SECOND = 1_795_168_800_000_000L;
    private static final InstrumentId TOKEN = new InstrumentId("polymarket", Market.PREDICTION, "123");

    private static EventIdentity trade(long time, int n) {
        return EventIdentity.of(new Trade(
                Header.venue(TOKEN, time, time).withN(n),
                null,
                Side.BUY,
                new BigDecimal("0.5"),
                BigDecimal.TEN,
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    private static EventIdentity book(long time) {
        return EventIdentity.of(new Book(
                Header.venue(TOKEN, time, time),
                false,
                Levels.of("0.5", "1"),
                Levels.EMPTY,
                SizeUnit.BASE,
                null,
                null,
                null,
                Verified.NONE));
    }

    @Test
    void aTradeIsTheSameByWhicheverOfThemItComes() {
        assertThat(trade(SECOND + 123_000, 0)).isEqualTo(trade(SECOND, 0)).isNotEqualTo(trade(SECOND, 1));
        assertThat(trade(SECOND + 999_000, 0)).isNotEqualTo(trade(SECOND + 1_000_000, 0));
    }

    @Test
    void whatComesByTheStreamAloneKeepsItsMilliseconds() {
        assertThat(book(SECOND + 1_000)).isNotEqualTo(book(SECOND + 2_000));
    }
}
