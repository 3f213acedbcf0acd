package io.tapeline.writer;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.tapeline.bus.BatchHandler;
import io.tapeline.writer.retention.RetentionSchedule;
import io.tapeline.writer.schema.SchemaGate;
import io.tapeline.writer.store.OptionSampling;
import io.tapeline.writer.store.Outage;
import io.tapeline.writer.store.StoringHandler;
import io.tapeline.writer.store.WriterMetrics;
import java.time.Clock;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the writer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WriterProperties.class)
class WriterConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Migrating waits for the database in {@link SchemaGate}; starting does not. */
    @Bean
    FlywayMigrationStrategy migrateLater() {
        return flyway -> {};
    }

    @Bean
    FlywayConfigurationCustomizer rolePasswords(WriterProperties settings) {
        return flyway -> flyway.placeholders(Map.of(
                "writer_password", quoted(settings.roles().writerPassword()),
                "reader_password", quoted(settings.roles().readerPassword())));
    }

    /** As it stands between single quotes in SQL. */
    private static String quoted(String password) {
        return password.replace("'", "''");
    }

    @Bean
    SchemaGate schemaGate(Flyway flyway, R2dbcProperties database, WriterProperties settings) {
        return new SchemaGate(flyway, address(database), settings.reconnectDelay());
    }

    @Bean
    Outage outage(R2dbcProperties database) {
        return new Outage(address(database));
    }

    @Bean
    WriterMetrics writerMetrics(MeterRegistry registry, Clock clock) {
        return new WriterMetrics(registry, clock);
    }

    @Bean
    BatchHandler storingHandler(
            ConnectionFactory connections,
            WriterMetrics metrics,
            Outage outage,
            SchemaGate gate,
            WriterProperties settings) {
        OptionSampling sampling = new OptionSampling(settings.optionSummaryInterval());
        return gate.guard(new StoringHandler(connections, metrics, outage, sampling));
    }

    @Bean
    RetentionSchedule retentionSchedule(
            WriterProperties settings, Flyway flyway, SchemaGate gate, BatchHandler handler, Clock clock) {
        return new RetentionSchedule(settings, flyway.getConfiguration().getDataSource(), gate, handler, clock);
    }

    @Bean
    HealthIndicator schemaHealthIndicator(SchemaGate gate) {
        return () -> (gate.open() ? Health.up() : Health.outOfService())
                .withDetail("schema", gate.open() ? "up to date" : "waiting for the database")
                .build();
    }

    @Bean
    ReactiveHealthIndicator databaseHealthIndicator(ConnectionFactory connections) {
        return new DatabaseHealth(connections);
    }

    /** Host and port, never the credentials that a URL may hold. */
    private static String address(R2dbcProperties database) {
        ConnectionFactoryOptions url = ConnectionFactoryOptions.parse(database.getUrl());
        Object port = url.getValue(ConnectionFactoryOptions.PORT);
        return url.getRequiredValue(ConnectionFactoryOptions.HOST) + ":" + (port == null ? 5432 : port);
    }
}
