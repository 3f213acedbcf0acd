package io.tapeline.bus;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the bus; the connection itself is {@code spring.rabbitmq.*}.
 *
 * @param reconnectDelay pause between attempts to reach the broker
 */
@ConfigurationProperties("tapeline.bus")
public record BusProperties(
        @DefaultValue("1s") Duration reconnectDelay,
        @DefaultValue Publisher publisher,
        @DefaultValue Spool spool,
        @DefaultValue Queues queues,
        @DefaultValue Consumer consumer) {

    /**
     * Publishing.
     *
     * @param linger how long the first event of a batch waits for others
     * @param batchEvents a batch of that many events does not wait
     * @param batchEventsMax the most one message carries when events piled up behind an outstanding confirm
     * @param laneEvents the most events of one routing key in memory; at half of it the spool is used. Order books
     *     count as one event per 16 levels
     * @param memoryEvents the most events in memory; at half of it the spool is used
     * @param confirmTimeout a batch that is not confirmed within it counts as not accepted
     * @param retryDelay pause after a batch was not accepted
     * @param closeTimeout how long closing waits for confirms before it turns to the spool
     */
    public record Publisher(
            @DefaultValue("3ms") Duration linger,
            @DefaultValue("64") int batchEvents,
            @DefaultValue("512") int batchEventsMax,
            @DefaultValue("20000") int laneEvents,
            @DefaultValue("200000") int memoryEvents,
            @DefaultValue("10s") Duration confirmTimeout,
            @DefaultValue("500ms") Duration retryDelay,
            @DefaultValue("10s") Duration closeTimeout) {
        public Publisher {
            require(batchEvents > 0, "tapeline.bus.publisher.batch-events", "a number above 0", batchEvents);
            require(
                    batchEventsMax >= batchEvents,
                    "tapeline.bus.publisher.batch-events-max",
                    "at least batch-events, " + batchEvents,
                    batchEventsMax);
            require(
                    laneEvents >= 2 && laneEvents <= memoryEvents,
                    "tapeline.bus.publisher.lane-events",
                    "2 up to memory-events, " + memoryEvents,
                    laneEvents);
        }
    }

    /**
     * The spool on disk. Each publisher needs a directory of its own.
     *
     * @param maxSize the most the file grows to, rounded down to a power of two since it grows by doubling
     * @param linger how long events are gathered for one synchronous write
     */
    public record Spool(
            @DefaultValue("data/spool") Path directory,
            @DefaultValue("1GB") DataSize maxSize,
            @DefaultValue("20ms") Duration linger) {
        public Spool {
            require(maxSize.toBytes() >= 65_536, "tapeline.bus.spool.max-size", "at least 64KB", maxSize);
        }
    }

    /**
     * Bounds of the queues. All processes on one broker must agree on them, since a queue is declared by each.
     *
     * @param writerMaxSize each writer queue refuses messages (nack) beyond it
     * @param deadMaxSize the dead-letter queue drops its oldest messages beyond it
     */
    public record Queues(
            @DefaultValue("4GB") DataSize writerMaxSize,
            @DefaultValue("256MB") DataSize deadMaxSize) {}

    /**
     * Consuming in batches.
     *
     * @param prefetch the most unacknowledged messages per queue, at most 2000
     * @param batchMessages the most messages of a batch
     * @param batchEvents a batch with more events is handled in parts, cut between messages
     * @param batchTime the longest a batch is gathered
     * @param batchGap a pause in the stream of messages that ends a batch early
     * @param retryDelay pause after the handler failed; doubled up to {@code retryDelayMax}
     * @param stopTimeout how long stopping waits for the batch in hand
     */
    public record Consumer(
            @DefaultValue("1000") int prefetch,
            @DefaultValue("250") int batchMessages,
            @DefaultValue("10000") int batchEvents,
            @DefaultValue("50ms") Duration batchTime,
            @DefaultValue("10ms") Duration batchGap,
            @DefaultValue("500ms") Duration retryDelay,
            @DefaultValue("15s") Duration retryDelayMax,
            @DefaultValue("30s") Duration stopTimeout) {
        public Consumer {
            require(prefetch > 0 && prefetch <= 2000, "tapeline.bus.consumer.prefetch", "1 to 2000", prefetch);
            require(
                    batchMessages > 0 && batchMessages <= prefetch,
                    "tapeline.bus.consumer.batch-messages",
                    "1 up to prefetch, " + prefetch,
                    batchMessages);
        }
    }

    private static void require(boolean holds, String property, String expected, Object actual) {
        if (!holds) {
            throw new IllegalArgumentException(property + ": expected " + expected + ", got " + actual);
        }
    }
}
