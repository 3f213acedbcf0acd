package io.tapeline.venue.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "5m, 2026-03-12T09:24:59.999Z, BTC, btc-updown-5m-1773307200",
        "5m, 2026-03-12T09:20:00Z, XRP, xrp-updown-5m-1773307200",
        "15m, 2026-03-12T09:20:00Z, ETH, eth-updown-15m-1773306900",
        "20s, 2026-03-12T09:20:39Z, SOL, sol-updown-20s-1773307220",
        "4h, 2026-03-12T09:20:00Z, BTC, btc-updown-4h-1773302400",
        "1h, 2026-06-19T12:34:56Z, BTC, bitcoin-up-or-down-june-19-2026-8am-et",
        "1h, 2026-12-01T05:00:00Z, ETH, ethereum-up-or-down-december-1-2026-12am-et",
        "1h, 2026-12-01T17:00:00Z, XRP, xrp-up-or-down-december-1-2026-12pm-et",
        "1h, 2026-03-08T06:59:00Z, SOL, solana-up-or-down-march-8-2026-1am-et",
        "1h, 2026-03-08T07:00:00Z, SOL, solana-up-or-down-march-8-2026-3am-et"
    })
    void aWindowIsNamedByItsStart(String label, Instant at, String asset, String slug) {
        Period period = Period.of(label);
        assertThat(period.slug(asset, period.start(at))).isEqualTo(slug);
        assertThat(Slugs.asset(slug)).isEqualTo(asset);
    }

    @Test
    void windowsOfFourHoursKeepToTheClockOfNewYork() {
        Period period = Period.of("4h");
        Instant midnight = Instant.parse("2026-03-08T05:00:00Z");
        assertThat(period.start(Instant.parse("2026-03-08T07:30:00Z"))).isEqualTo(midnight);
        assertThat(Duration.between(midnight, period.next(midnight))).isEqualTo(Duration.ofHours(3));
        assertThat(period.start(period.next(midnight))).isEqualTo(period.next(midnight));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m5", "0m", "5 m", "1d", "5M"})
    void whatIsNoPeriodIsNamed(String label) {
        assertThatThrownBy(() -> Period.of(label)).hasMessageContaining("expected a period such as 5m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvda-above-240-on-january-30-2026", "-updown-5m-1", ""})
    void otherMarketsHaveNoAsset(String slug) {
        assertThat(Slugs.asset(slug)).isNull();
    }
}
