package io.tapeline.writer.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.writer.schema.SchemaGate;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The archive as a part of the writer; nothing of it where it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tapeline.archive.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ArchiveProperties.class)
public class ArchiveConfiguration {

    @Bean
    ArchiveSchedule archiveSchedule(
            ArchiveProperties settings, Flyway flyway, SchemaGate gate, MeterRegistry meters, Clock clock) {
        return new ArchiveSchedule(settings, flyway.getConfiguration().getDataSource(), gate, meters, clock);
    }
}
