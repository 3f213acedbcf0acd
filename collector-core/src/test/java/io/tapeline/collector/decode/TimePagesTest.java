package io.tapeline.collector.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimePagesTest {
    private static List<String> pages(long from, long to) {
        return TimePages.of(from, to, Duration.ofMinutes(1), 10, (start, end) -> start + ".." + end);
    }

    @Test
    void aStretchIsCutIntoPagesThatFollowEachOther() {
        assertThat(pages(0, 1_500_000_000L)).containsExactly("0..600000", "600000..1200000", "1200000..1500000");
    }

    @Test
    void partsOfMillisecondsAreIncluded() {
        assertThat(pages(1_999, 2_001)).containsExactly("1..3");
    }

    @Test
    void nothingIsNoPage() {
        assertThat(pages(5_000, 5_000)).isEmpty();
    }
}
