package io.tapeline.collector.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EpochTimeTest {
    private static long micros(String iso) {
        return EpochTime.of(Instant.parse(iso));
    }

    @Test
    void theHourAfterAFullHourIsTheNext() {
        assertThat(EpochTime.hourAfter(micros("2026-11-20T10:00:00Z"))).isEqualTo(micros("2026-11-20T11:00:00Z"));
        assertThat(EpochTime.hourAfter(micros("2026-11-20T10:59:59.999999Z")))
                .isEqualTo(micros("2026-11-20T11:00:00Z"));
    }
}
