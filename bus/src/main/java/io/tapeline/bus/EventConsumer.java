package io.tapeline.bus;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * Takes the messages of one queue in batches, in order, and acknowledges them once they are stored. While the handler
 * fails nothing more is taken than the prefetch allows; while the broker is away it waits.
 */
public final class EventConsumer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

    private final String queue;
    private final CachingConnectionFactory connections;
    private final SimpleMessageListenerContainer container;
    private final BatchListener listener;
    private volatile boolean connected;

    /**
     * @param connections not connected yet; it is set to confirm, for dead letters
     * @param queue {@link BusTopology#WRITER_QUEUE} or {@link BusTopology#WRITER_HISTORY_QUEUE}
     * @param handler called by one thread of this consumer
     */
    public EventConsumer(
            CachingConnectionFactory connections,
            BusProperties settings,
            String queue,
            BatchHandler handler,
            MeterRegistry registry,
            Clock clock) {
        ConnectionTimeouts.shorten(connections);
        this.queue = queue;
        this.connections = connections;
        this.listener = new BatchListener(
                handler,
                new DeadLetters(connections, clock),
                settings.consumer(),
                new ConsumerMetrics(registry, queue));
        this.container = container(settings);
        connections.addConnectionListener(new Declaring(new BusTopology(settings.queues())));
    }

    private SimpleMessageListenerContainer container(BusProperties settings) {
        BusProperties.Consumer consumer = settings.consumer();
        SimpleMessageListenerContainer made = new SimpleMessageListenerContainer(connections);
        made.setQueueNames(queue);
        made.setBeanName("bus-consumer-" + queue);
        made.setMessageListener(listener);
        made.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        made.setPrefetchCount(consumer.prefetch());
        made.setConsumerBatchEnabled(true);
        made.setBatchSize(consumer.batchMessages());
        made.setBatchReceiveTimeout(consumer.batchTime().toMillis());
        made.setReceiveTimeout(consumer.batchGap().toMillis());
        made.setRecoveryInterval(settings.reconnectDelay().toMillis());
        made.setShutdownTimeout(consumer.stopTimeout().toMillis());
        // What is prefetched but not in hand goes back to the queue instead of being worked off.
        made.setForceStop(true);
        made.setMissingQueuesFatal(false);
        made.setMismatchedQueuesFatal(false);
        made.setDefaultRequeueRejected(true);
        made.afterPropertiesSet();
        return made;
    }

    @Override
    public void start() {
        listener.resume();
        container.start();
        if (!connected) {
            log.warn("{}: waiting for the broker at {}:{}", queue, connections.getHost(), connections.getPort());
        }
    }

    /** Finishes the batch in hand, then stops. */
    @Override
    public void stop() {
        listener.stop();
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Whether the broker is there. */
    public boolean connected() {
        return connected;
    }

    /** Declares everything on each new connection, before anything is consumed. */
    private final class Declaring implements ConnectionListener {
        private final BusTopology topology;

        Declaring(BusTopology topology) {
            this.topology = topology;
        }

        @Override
        public void onCreate(@Nullable Connection connection) {
            Channel channel = Objects.requireNonNull(connection).createChannel(false);
            try {
                topology.declare(channel);
                if (!connected) {
                    log.info("{}: connected to the broker", queue);
                }
                connected = true;
            } catch (IOException e) {
                throw new AmqpIOException("cannot declare queues: " + Causes.shortest(e), e);
            } finally {
                RabbitUtils.closeChannel(channel);
            }
        }

        @Override
        public void onShutDown(@Nullable ShutdownSignalException signal) {
            if (connected && (signal == null || !signal.isInitiatedByApplication())) {
                log.warn(
                        "{}: lost the broker at {}:{}; waiting for it",
                        queue,
                        connections.getHost(),
                        connections.getPort());
            }
            connected = false;
        }

        @Override
        public void onFailed(@Nullable Exception failure) {
            connected = false;
        }
    }
}
