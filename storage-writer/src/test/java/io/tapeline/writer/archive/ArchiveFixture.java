package io.tapeline.writer.archive;

import io.tapeline.bus.archive.ArchiveTarget;
import io.tapeline.bus.archive.BucketSettings;
import io.tapeline.model.json.IsoMicros;
import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Rows in a database, an archive made of them, and what its objects must say. */
final class ArchiveFixture extends Clock {
    final TestDatabase database = EmbeddedDatabase.create();
    final Path directory;
    private Instant now;

    ArchiveFixture(Path directory, String now) {
        this.directory = directory;
        this.now = Instant.parse(now);
        instrument("binance", "perpetual", "BTCUSDT", "BTC", "'BTC/USDT:USDT'");
        instrument("binance", "perpetual", "BTCUSDC", "BTC", "'BTC/USDC:USDC'");
        instrument("binance", "future", "BTCUSDT_261225", "BTC", "NULL");
        instrument("binance", "spot", "BTCUSDT", "BTC", "'BTC/USDT'");
        instrument("kraken", "spot", "ADA/USD", "ADA", "'ADA/USD'");
        instrument("binance", "spot", "DOGEUSDT", "DOGE", "'DOGE/USDT'");
        instrument("deribit", "option", "BTC-25DEC26-100000-C", "BTC", "NULL");
    }

    static ArchiveProperties settings(Path directory, String spotPrefix) {
        return new ArchiveProperties(
                true,
                ArchiveTarget.DIRECTORY,
                directory,
                "futures",
                spotPrefix,
                List.of("BTC", "ETH", "ADA", "XRP"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                2,
                30,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                new BucketSettings("", "us-east-1", "", "", false, "", ""));
    }

    private void instrument(String exchange, String market, String symbol, String base, String unified) {
        database.execute(
                "INSERT INTO store.instrument (exchange, market, symbol) VALUES ('" + exchange + "', '" + market
                        + "', '" + symbol + "')",
                "INSERT INTO store.instrument_state (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                        + " time_source, origin, base, quote, unified_symbol, sector) SELECT now(), 1, now(), now(), id,"
                        + " 'v', 'l', '" + base + "', 'USDT', " + unified + ", 'MAJORS' FROM store.instrument"
                        + " WHERE exchange = '" + exchange + "' AND market = '" + market + "' AND symbol = '" + symbol
                        + "'");
    }

    /** Rows of every instrument at every full 5 seconds and every full minute from a time up to, without, another. */
    ArchiveFixture rows(String from, String to) {
        return rows(from, to, "true");
    }

    /** @param which SQL about the instrument {@code i} */
    ArchiveFixture rows(String from, String to, String which) {
        for (String interval : List.of("5s", "1min")) {
            String step = interval.equals("5s") ? "5 seconds" : "1 minute";
            database.execute("INSERT INTO store.depth_metrics (key_time, venue_key, \"timestamp\", received_at,"
                    + " instrument_id, time_source, origin, mid, spread_l5_pct, spread_l50_pct, spread_l100_pct,"
                    + " vol_l50_bids, vol_l50_asks, depth_bids, depth_asks, \"interval\")"
                    + " SELECT t, " + (interval.equals("5s") ? 1 : 2) + ", t, t, i.id, 'r', 'l',"
                    + " 111088.535 + extract(second FROM t)::integer, 0.0180036580732656165, 1.50, NULL, 3.7500, 12,"
                    + " 100, 49, '" + interval + "' FROM store.instrument i, generate_series(timestamptz '" + from
                    + "', timestamptz '" + to + "' - interval '1 second', interval '" + step + "') t WHERE " + which);
        }
        return this;
    }

    PGSimpleDataSource owner() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.jdbcUrl());
        owner.setUser(database.owner());
        owner.setPassword(database.ownerPassword());
        return owner;
    }

    /** As after a start of the process: it knows nothing but what is on disk. */
    Archive started() throws IOException {
        return started("spot");
    }

    Archive started(String spotPrefix) throws IOException {
        return new Archive(
                owner(), settings(directory, spotPrefix), new Stage(directory, (key, step) -> step.run()), this);
    }

    void at(String time) {
        now = Instant.parse(time);
    }

    /** What an object must say: the rows of the relation, as lines written by other means. */
    String expected(boolean spot, String exchange, String asset, String interval, String from, String to) {
        return database
                .rows("SELECT d.*, coalesce(s.unified_symbol, d.symbol) AS unified FROM depth_metrics d"
                        + " JOIN store.instrument_state s USING (instrument_id) WHERE d.exchange = '" + exchange
                        + "' AND s.base = '" + asset + "' AND d.\"interval\" = '" + interval + "' AND d.market IN ("
                        + (spot ? "'spot'" : "'perpetual', 'future'") + ") AND d.\"timestamp\" >= '" + from
                        + "' AND d.\"timestamp\" < '" + to
                        + "' ORDER BY d.\"timestamp\", coalesce(s.unified_symbol, d.symbol) COLLATE \"C\"")
                .stream()
                .map(row -> line(row, spot, asset))
                .collect(Collectors.joining());
    }

    private static String line(Map<String, Object> row, boolean spot, String asset) {
        Instant time = ((Timestamp) row.get("timestamp")).toInstant();
        return "{\"t\":\"" + IsoMicros.format(IsoMicros.of(time)) + "\",\"exchange\":\"" + row.get("exchange")
                + "\",\"asset\":\"" + asset + "\",\"data_type\":\"" + (spot ? "spot" : "futures") + "\",\"symbol\":\""
                + row.get("unified") + "\",\"mid\":" + digits(row.get("mid")) + ",\"spread_L5_pct\":"
                + digits(row.get("spread_l5_pct")) + ",\"spread_L50_pct\":" + digits(row.get("spread_l50_pct"))
                + ",\"spread_L100_pct\":" + digits(row.get("spread_l100_pct")) + ",\"vol_L50_bids\":"
                + digits(row.get("vol_l50_bids")) + ",\"vol_L50_asks\":" + digits(row.get("vol_l50_asks"))
                + ",\"depth_bids\":" + row.get("depth_bids") + ",\"depth_asks\":" + row.get("depth_asks") + "}\n";
    }

    private static String digits(Object number) {
        return number == null ? "null" : ((BigDecimal) number).toPlainString();
    }

    String read(String key) {
        try {
            return Files.readString(directory.resolve(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all objects. */
    Set<String> keys() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
