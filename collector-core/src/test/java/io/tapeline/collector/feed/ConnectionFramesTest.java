package io.tapeline.collector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConnectionFramesTest {
    private static final long SECOND = 1_000_000;

    private final ConnectionFrames numbers = new ConnectionFrames();

    private OptionalLong take(long number, long received) {
        return numbers.lost(number, received);
    }

    @Test
    void numbersThatFollowEachOtherAreNoLoss() {
        for (long number = 0; number < 10; number++) {
            assertThat(take(number, number * 10 * SECOND)).isEmpty();
        }
    }

    @Test
    void anAnswerThatComesAfterLargerNumbersIsNoLoss() {
        take(10, SECOND);
        take(13, 2 * SECOND);
        take(12, 3 * SECOND);
        take(11, 4 * SECOND);
        assertThat(take(14, 60 * SECOND)).isEmpty();
    }

    @Test
    void whatStaysAwayIsLostSinceTheFrameBeforeItAndSaidOnce() {
        take(1, SECOND);
        take(2, 2 * SECOND);
        assertThat(take(4, 3 * SECOND)).isEmpty();
        assertThat(take(5, 6 * SECOND)).isEmpty();
        assertThat(take(6, 6 * SECOND + 1)).hasValue(2 * SECOND);
        assertThat(take(7, 20 * SECOND)).isEmpty();
    }

    @Test
    void moreThanCanBeRememberedAreLostAtOnce() {
        take(1, SECOND);
        assertThat(take(5_000, 2 * SECOND)).hasValue(SECOND);
        assertThat(take(5_001, 20 * SECOND)).isEmpty();
    }

    @Test
    void theFirstNumberMayBeAny() {
        assertThat(take(700, SECOND)).isEmpty();
        assertThat(take(701, 60 * SECOND)).isEmpty();
    }
}
