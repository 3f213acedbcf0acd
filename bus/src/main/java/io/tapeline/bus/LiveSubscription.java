package io.tapeline.bus;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.model.event.MarketEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/**
 * Live events of some routing keys, from now on, for who wants the newest rather than all: when the callback is slower
 * than the market the oldest waiting events are dropped and counted. The queue belongs to the connection and goes with it.
 */
public final class LiveSubscription implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LiveSubscription.class);
    private static final int PREFETCH = 250;
    private static final int BROKER_MESSAGES = 10_000;

    private final String queue = "tapeline.live." + UUID.randomUUID();
    private final List<String> patterns;
    private final Consumer<MarketEvent> callback;
    private final BlockingQueue<MarketEvent> waiting;
    private final SimpleMessageListenerContainer container;
    private final Counter dropped;
    private @Nullable Thread thread;
    private volatile boolean connected;

    /**
     * @param connections not connected yet, so that the queue is declared on each connection
     * @param patterns binding keys such as {@code orderbook.binance.#}
     * @param capacity events that may wait for the callback
     * @param callback called by one thread; what it throws is logged
     */
    public LiveSubscription(
            CachingConnectionFactory connections,
            List<String> patterns,
            int capacity,
            Consumer<MarketEvent> callback,
            MeterRegistry registry) {
        ConnectionTimeouts.shorten(connections);
        this.patterns = List.copyOf(patterns);
        this.callback = callback;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.dropped = Counter.builder("tapeline.bus.live.dropped")
                .description("Live events dropped because their reader was slower than the market")
                .register(registry);
        connections.addConnectionListener(new Declaring());
        this.container = container(connections);
    }

    private SimpleMessageListenerContainer container(CachingConnectionFactory connections) {
        SimpleMessageListenerContainer made = new SimpleMessageListenerContainer(connections);
        made.setQueueNames(queue);
        made.setBeanName("bus-live");
        made.setMessageListener(this::received);
        made.setAcknowledgeMode(AcknowledgeMode.AUTO);
        made.setPrefetchCount(PREFETCH);
        made.setMissingQueuesFatal(false);
        made.setRecoveryInterval(1_000);
        made.setForceStop(true);
        made.afterPropertiesSet();
        return made;
    }

    private void received(Message message) {
        MessageDecoder.Decoded decoded = MessageDecoder.decode(message.getBody());
        decoded.undecodable().forEach(bad -> log.warn("not an event: {}", bad.reason()));
        decoded.events().forEach(this::add);
    }

    private void add(MarketEvent event) {
        while (!waiting.offer(event)) {
            if (waiting.poll() != null) {
                dropped.increment();
            }
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("bus-live").daemon().start(this::deliver);
        container.start();
    }

    private void deliver() {
        try {
            while (true) {
                MarketEvent event = waiting.take();
                try {
                    callback.accept(event);
                } catch (RuntimeException e) {
                    log.error("a live event was not processed", e);
                }
            }
        } catch (InterruptedException e) {
            log.debug("stopped", e);
        }
    }

    @Override
    public void stop() {
        container.stop();
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Whether events can arrive. */
    public boolean connected() {
        return connected;
    }

    /** Declares the queue and its bindings on each new connection. */
    private final class Declaring implements ConnectionListener {
        @Override
        public void onCreate(@Nullable Connection connection) {
            Channel channel = Objects.requireNonNull(connection).createChannel(false);
            try {
                BusTopology.declareExchanges(channel);
                channel.queueDeclare(
                        queue, false, true, false, Map.of("x-max-length", BROKER_MESSAGES, "x-overflow", "drop-head"));
                for (String pattern : patterns) {
                    channel.queueBind(queue, BusTopology.EXCHANGE, pattern);
                }
                connected = true;
            } catch (IOException e) {
                throw new AmqpIOException("cannot declare " + queue + ": " + Causes.shortest(e), e);
            } finally {
                RabbitUtils.closeChannel(channel);
            }
        }

        @Override
        public void onShutDown(@Nullable ShutdownSignalException signal) {
            connected = false;
        }

        @Override
        public void onFailed(@Nullable Exception failure) {
            connected = false;
        }
    }
}
