package io.tapeline.collector.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandleLengthsTest {
    @Test
    void namesAreNumbersOfMinutesHoursDaysAndWeeks() {
        assertThat(CandleLengths.of("15m", "4h", "1d", "1w"))
                .containsExactly(
                        Map.entry("15m", Duration.ofMinutes(15)),
                        Map.entry("4h", Duration.ofHours(4)),
                        Map.entry("1d", Duration.ofDays(1)),
                        Map.entry("1w", Duration.ofDays(7)));
    }

    @Test
    void whatIsNoSuchNumberIsRefused() {
        assertThatThrownBy(() -> CandleLengths.of("1M")).hasMessageContaining("'1M' is no number of minutes");
    }
}
