package io.tapeline.collector.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionKeeperTest {
    private static final InstrumentId INSTRUMENT = new InstrumentId("venue", Market.PERPETUAL, "BTC-PERPETUAL");

    private static long position(Continuity trades) {
        PositionKeeper keeper = new PositionKeeper(trades);
        keeper.onDurable(List.of(new Trade(
                Header.venue(INSTRUMENT, 1, 2),
                "440192723",
                Side.BUY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                SizeUnit.BASE,
                null,
                null,
                296_152L,
                false,
                Map.of())));
        return keeper.positions().get(new StreamKey(Kind.TRADE, INSTRUMENT)).lastId();
    }

    @Test
    void aPositionIsTheNumberByWhichALossShows() {
        assertThat(position(Continuity.CONSECUTIVE_SEQUENCES)).isEqualTo(296_152L);
        assertThat(position(Continuity.CONSECUTIVE_IDS)).isEqualTo(440_192_723L);
        assertThat(position(Continuity.INCREASING_IDS)).isEqualTo(-1);
    }
}
