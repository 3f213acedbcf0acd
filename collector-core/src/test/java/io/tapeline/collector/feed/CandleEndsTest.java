package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandleEndsTest {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final CandleEnds ends = new CandleEnds(Duration.ofSeconds(5));

    private static Candle candle(long opens, long received, String close, boolean closed) {
        BigDecimal price = new BigDecimal(close);
        return new Candle(
                Header.venue(ToyVenue.BTC, opens, received),
                "1m",
                CandleSource.TRADE,
                price,
                price,
                price,
                price,
                price,
                null,
                null,
                1L,
                closed);
    }

    private Optional<Candle> take(long opens, long received, String close) {
        return ends.take(candle(opens, received, close, false));
    }

    @Test
    void aCandleIsClosedOnceTheNextHasRunForAWhile() {
        take(0, 59 * SECOND, "1");
        assertThat(take(MINUTE, 61 * SECOND, "5")).isEmpty();
        assertThat(take(MINUTE, 65 * SECOND, "6")).isEmpty();
        assertThat(take(MINUTE, 66 * SECOND, "7")).hasValue(candle(0, 66 * SECOND, "1", true));
        assertThat(take(MINUTE, 67 * SECOND, "8")).as("said once").isEmpty();
    }

    @Test
    void whatComesLateForACandleIsInIt() {
        take(0, 59 * SECOND, "1");
        take(MINUTE, 61 * SECOND, "5");
        assertThat(take(0, 62 * SECOND, "2")).isEmpty();
        assertThat(take(MINUTE, 70 * SECOND, "6")).hasValue(candle(0, 70 * SECOND, "2", true));
    }

    @Test
    void theOneAfterTheNextClosesItWhateverTheTime() {
        take(0, 59 * SECOND, "1");
        take(10 * MINUTE, 10 * MINUTE, "5");
        assertThat(take(11 * MINUTE, 10 * MINUTE + SECOND, "6")).hasValue(candle(0, 10 * MINUTE + SECOND, "1", true));
        assertThat(take(11 * MINUTE, 11 * MINUTE, "7")).hasValue(candle(10 * MINUTE, 11 * MINUTE, "5", true));
    }

    @Test
    void historyEndsNothing() {
        take(0, 59 * SECOND, "1");
        Candle old = candle(5 * MINUTE, 60 * SECOND, "9", false);
        Candle history = new Candle(
                old.header().withOrigin(Origin.BACKFILL),
                "1m",
                CandleSource.TRADE,
                old.open(),
                old.high(),
                old.low(),
                old.close(),
                null,
                null,
                null,
                null,
                true);
        assertThat(ends.take(history)).isEmpty();
        assertThat(take(0, 80 * SECOND, "2")).isEmpty();
    }
}
