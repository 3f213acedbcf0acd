package io.tapeline.writer.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.model.event.Alert;
import io.tapeline.model.event.AlertState;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.writer.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is forgotten and when, whatever the server. */
abstract class RetentionContract {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private TestDatabase database;
    private StoredHistory history;

    abstract TestDatabase create();

    @BeforeEach
    void fill() {
        database = create();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.jdbcUrl());
        owner.setUser(database.owner());
        owner.setPassword(database.ownerPassword());
        history = new StoredHistory(owner, 100);
        // An event an hour for ten days, in two relations, the trades heavier.
        database.execute(
                "INSERT INTO store.instrument (exchange, market, symbol) VALUES ('binance', 'spot', 'BTCUSDT')",
                "INSERT INTO store.trade (key_time, venue_key, \"timestamp\", received_at, instrument_id, time_source,"
                        + " origin, side, size_unit, id_form, derived, is_liquidation, price, size)"
                        + " SELECT t, g * 100 + d, t, t, 1, 'v', 'l', 'b', 'b', 'n', '3', false, 1, 1"
                        + " FROM (SELECT g, timestamptz '2026-11-20 12:00Z' - g * interval '1 hour' AS t"
                        + " FROM generate_series(0, 239) g) h, generate_series(0, 49) d",
                "INSERT INTO store.funding_rate (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                        + " time_source, origin, rate, status)"
                        + " SELECT t, g, t, t, 1, 'v', 'l', 1, 'settled'"
                        + " FROM (SELECT g, timestamptz '2026-11-20 12:00Z' - g * interval '1 hour' AS t"
                        + " FROM generate_series(0, 239) g) h");
    }

    private Instant oldestTrade() {
        return ((java.sql.Timestamp)
                        database.column("SELECT min(timestamp) FROM trades").getFirst())
                .toInstant();
    }

    @Test
    void whatIsOlderThanItsRelationIsKeptGoesAndTheRestStays() throws Exception {
        Map<KeptRelation, Duration> kept =
                Retention.parse(Map.of("trades", Duration.ofDays(3), "fundingrates", Duration.ZERO));
        new Retention(kept, history, clock).run();
        // Whole chunks of a day go, so up to a day more is kept where there are chunks.
        assertThat(oldestTrade()).isBetween(NOW.minus(Duration.ofDays(4)), NOW.minus(Duration.ofDays(3)));
        assertThat(database.count("SELECT count(*) FROM funding_rates")).isEqualTo(240);
    }

    @Test
    void beyondTheDiskWatermarkTheOldestOfTheBulkiestRelationGoesAndAnAlertSaysSo() throws Exception {
        List<MarketEvent> alerts = new ArrayList<>();
        long all = history.bytes(KeptRelation.named("trades").orElseThrow());
        double limit = all * 0.7;
        DiskUse use = new DiskUse() {
            @Override
            public double part() throws java.sql.SQLException {
                return history.bytes(KeptRelation.named("trades").orElseThrow()) / limit;
            }

            @Override
            public String describe() {
                return "the test's limit";
            }
        };
        DiskWatermark watermark = new DiskWatermark(
                use,
                Duration.ofHours(1),
                history,
                batch -> {
                    alerts.addAll(batch);
                    return List.of();
                },
                clock);
        watermark.run();
        assertThat(use.part()).isLessThanOrEqualTo(1);
        assertThat(oldestTrade()).isAfter(NOW.minus(Duration.ofHours(230)));
        assertThat(database.count("SELECT count(*) FROM trades WHERE timestamp > '2026-11-20 10:30Z'"))
                .isEqualTo(100);
        assertThat(database.count("SELECT count(*) FROM funding_rates")).isEqualTo(240);
        assertThat(alerts)
                .extracting(alert -> ((Alert) alert).state())
                .containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        watermark.run();
        assertThat(alerts).hasSize(2);
    }

    @Test
    void anUnknownRelationInTheSettingsIsNamed() {
        assertThatThrownBy(() -> Retention.parse(Map.of("tradez", Duration.ofDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tapeline.writer.retention.tradez: expected one of [trades,");
        assertThatThrownBy(() -> Retention.parse(Map.of("trades", Duration.ofDays(-1))))
                .hasMessageContaining("tapeline.writer.retention.trades: expected 0 (for ever) or more");
    }
}
