package io.tapeline.launcher;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.ConfigurableApplicationContext;

/** Waits until the writer has taken everything from its queue; what remains stays in the queue for the next run. */
final class Draining {
    private static final Logger log = LoggerFactory.getLogger(Draining.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_MILLIS = 100;

    private Draining() {}

    static void await(ConfigurableApplicationContext writer) {
        RabbitAdmin admin = new RabbitAdmin(writer.getBean(ConnectionFactory.class));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                QueueInformation queue = admin.getQueueInfo("tapeline.writer");
                if (queue == null || queue.getMessageCount() == 0) {
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            log.warn("the writer's queue is not empty after {} s; the next run goes on with it", PATIENCE.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("the writer's queue cannot be looked at: {}", e.getMessage());
        }
    }
}
