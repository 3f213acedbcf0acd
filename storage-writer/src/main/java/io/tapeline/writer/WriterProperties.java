package io.tapeline.writer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the writer; the database is {@code spring.r2dbc.*} (as the writer's role) and {@code spring.flyway.*} (as the
 * owner), the bus {@code spring.rabbitmq.*} and {@code tapeline.bus.*}.
 *
 * @param reconnectDelay pause between attempts to reach the database at start
 * @param roles passwords that the migrations give to the roles
 * @param optionSummaryInterval one row is stored for each option and interval, at most a minute; 0 stores every event
 * @param retention how long each relation is kept; 0 keeps it for ever
 * @param retentionInterval how often old rows are looked for
 * @param deleteStep most rows that plain PostgreSQL deletes at once
 */
@ConfigurationProperties("tapeline.writer")
public record WriterProperties(
        @DefaultValue("1s") Duration reconnectDelay,
        Roles roles,
        @DefaultValue("10s") Duration optionSummaryInterval,
        @DefaultValue Map<String, Duration> retention,
        @DefaultValue("1h") Duration retentionInterval,
        @DefaultValue("10000") int deleteStep,
        @DefaultValue Disk disk) {

    public WriterProperties {
        require(roles != null, "roles", "writer-password and reader-password", "nothing");
        require(deleteStep > 0, "delete-step", "a number above 0", deleteStep);
        require(
                !optionSummaryInterval.isNegative() && optionSummaryInterval.compareTo(Duration.ofMinutes(1)) <= 0,
                "option-summary-interval",
                "0s to 1m",
                optionSummaryInterval);
        requirePositive(retentionInterval, "retention-interval");
        requirePositive(reconnectDelay, "reconnect-delay");
    }

    /** Passwords of {@code tapeline_writer} and {@code tapeline_reader}. */
    public record Roles(
            @DefaultValue("") String writerPassword,
            @DefaultValue("") String readerPassword) {
        public Roles {
            require(!writerPassword.isBlank(), "roles.writer-password", "a password", "nothing");
            require(!readerPassword.isBlank(), "roles.reader-password", "a password", "nothing");
        }

        @Override
        public String toString() {
            return "Roles[hidden]";
        }
    }

    /**
     * What the database may use.
     *
     * @param path any directory of the database's volume; not set where the volume cannot be seen from here
     * @param maxUsedPercent of that volume
     * @param maxDatabaseSize 0 for no limit
     * @param keepAtLeast what is younger is never forgotten for room
     * @param interval how often it is looked at
     */
    public record Disk(
            @Nullable Path path,
            @DefaultValue("90") int maxUsedPercent,
            @DefaultValue("0B") DataSize maxDatabaseSize,
            @DefaultValue("1h") Duration keepAtLeast,
            @DefaultValue("1m") Duration interval) {
        public Disk {
            require(maxUsedPercent > 0 && maxUsedPercent <= 100, "disk.max-used-percent", "1 to 100", maxUsedPercent);
            require(!maxDatabaseSize.isNegative(), "disk.max-database-size", "0 or more", maxDatabaseSize);
            require(!keepAtLeast.isNegative(), "disk.keep-at-least", "0 or more", keepAtLeast);
            requirePositive(interval, "disk.interval");
        }
    }

    private static void requirePositive(Duration value, String property) {
        require(value.isPositive(), property, "more than 0", value);
    }

    private static void require(boolean holds, String property, String expected, Object actual) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "tapeline.writer." + property + ": expected " + expected + ", got " + actual);
        }
    }
}
