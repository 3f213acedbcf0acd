package io.tapeline.launcher;

import io.tapeline.bus.BusTopology;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

/** Waits until the writer has taken everything from its queue; what remains stays in the queue for the next run. */
final class Draining {
    private static final Logger log = LoggerFactory.getLogger(Draining.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Draining() {}

    static void await(ConfigurableApplicationContext writer) {
        RabbitAdmin admin = new RabbitAdmin(writer.getBean(ConnectionFactory.class));
        try {
            Flux.interval(Duration.ZERO, Duration.ofMillis(100))
                    .map(tick -> isEmpty(admin.getQueueInfo(BusTopology.WRITER_QUEUE)))
                    .takeUntil(empty -> empty)
                    .blockLast(PATIENCE);
        } catch (IllegalStateException e) {
            log.warn("the writer's queue is not empty after {} s; the next run goes on with it", PATIENCE.toSeconds());
        } catch (AmqpException e) {
            log.warn("the writer's queue cannot be looked at: {}", e.getMessage());
        }
    }

    private static boolean isEmpty(@Nullable QueueInformation queue) {
        return queue == null || queue.getMessageCount() == 0;
    }
}
