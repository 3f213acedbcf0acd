package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastTradesTest {
    private static Trade trade(long received) {
        return new Trade(
                Header.venue(ToyVenue.BTC, 5, received),
                "1",
                Side.BUY,
                BigDecimal.ONE,
                BigDecimal.TWO,
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of());
    }

    @Test
    void tradesOfTheFirstMessageOfAConnectionAreHistory() {
        assertThat(PastTrades.mark(trade(100), 100).header().origin()).isEqualTo(Origin.BACKFILL);
        assertThat(PastTrades.mark(trade(101), 100)).isEqualTo(trade(101));
    }

    @Test
    void nothingElseIs() {
        MarkPrice mark = new MarkPrice(Header.received(ToyVenue.BTC, 100), BigDecimal.ONE, null, null);
        assertThat(PastTrades.mark(mark, 100)).isSameAs(mark);
    }
}
