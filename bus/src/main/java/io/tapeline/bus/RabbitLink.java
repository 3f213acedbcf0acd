package io.tapeline.bus;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.RabbitUtils;

/**
 * The link over one confirming channel of Spring's connection factory, which keeps connections; a thread of its own waits
 * for sockets, so that nobody else does. One channel carries all routing keys, hence each key has one.
 */
final class RabbitLink implements BrokerLink {
    private static final Logger log = LoggerFactory.getLogger(RabbitLink.class);

    private final CachingConnectionFactory connections;
    private final BusTopology topology;
    private final Duration reconnectDelay;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bus-link").factory());
    private volatile @Nullable Open current;
    private boolean saidWaiting;

    RabbitLink(CachingConnectionFactory connections, BusTopology topology, Duration reconnectDelay) {
        ConnectionTimeouts.shorten(connections);
        this.connections = connections;
        this.topology = topology;
        this.reconnectDelay = reconnectDelay;
    }

    @Override
    public void open(Listener listener) {
        thread.execute(() -> connect(listener));
    }

    private void connect(Listener listener) {
        try {
            Connection connection = connections.createConnection();
            Channel channel = connection.createChannel(false);
            topology.declare(channel);
            channel.confirmSelect();
            connection.addBlockedListener(new Blocked(listener));
            current = new Open(channel, listener);
            if (!channel.isOpen()) {
                // Lost before anyone could be told.
                throw new IOException("channel closed at once");
            }
            log.info("publishing to the broker at {}:{}", connections.getHost(), connections.getPort());
            saidWaiting = false;
            listener.up();
        } catch (AmqpException | IOException | ShutdownSignalException e) {
            if (!saidWaiting) {
                log.warn(
                        "waiting for the broker at {}:{} ({})",
                        connections.getHost(),
                        connections.getPort(),
                        Causes.shortest(e));
                saidWaiting = true;
            }
            connections.resetConnection();
            listener.down("no connection to the broker");
            later(() -> connect(listener));
        }
    }

    private void later(Runnable task) {
        try {
            var _ = thread.schedule(task, reconnectDelay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("closing", e);
        }
    }

    private void now(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("closing", e);
        }
    }

    @Override
    public void send(Outgoing message) {
        Open open = current;
        now(() -> {
            if (open != null) {
                open.publish(message);
            }
        });
    }

    @Override
    public void declare() {
        now(() -> {
            Open open = current;
            if (open != null) {
                open.declare();
            }
        });
    }

    @Override
    public void reset(String reason) {
        // Not on the link's thread: that one may be waiting for the very socket that is given up here.
        Thread.ofVirtual().name("bus-reset").start(connections::resetConnection);
    }

    @Override
    public void close() {
        Open open = current;
        current = null;
        if (open != null) {
            open.close();
        }
        thread.shutdownNow();
    }

    /** A channel with what is not confirmed on it. */
    private final class Open {
        private final Channel channel;
        private final Listener listener;
        private final ConcurrentNavigableMap<Long, Long> unconfirmed = new ConcurrentSkipListMap<>();
        private final Set<Long> returned = ConcurrentHashMap.newKeySet();

        Open(Channel channel, Listener listener) {
            this.channel = channel;
            this.listener = listener;
            channel.addReturnListener(this::returned);
            channel.addConfirmListener(
                    (tag, multiple) -> settle(tag, multiple, true), (tag, multiple) -> settle(tag, multiple, false));
            channel.addShutdownListener(this::lost);
        }

        void publish(Outgoing message) {
            try {
                unconfirmed.put(channel.getNextPublishSeqNo(), message.id());
                channel.basicPublish(
                        message.key().exchange(),
                        message.key().routingKey(),
                        message.key().mandatory(),
                        properties(message),
                        message.body());
            } catch (IOException | RuntimeException e) {
                log.debug("not sent: {}", message.key(), e);
                unconfirmed.values().remove(message.id());
                listener.refused(message.id(), Refusal.UNSENT);
            }
        }

        private static BasicProperties properties(Outgoing message) {
            return new BasicProperties.Builder()
                    .contentType("application/json")
                    .deliveryMode(2)
                    .correlationId(Long.toString(message.id()))
                    .build();
        }

        void declare() {
            try {
                topology.declare(channel);
            } catch (IOException | RuntimeException e) {
                log.warn("cannot declare queues: {}", Causes.shortest(e));
            }
        }

        private void returned(Return message) {
            log.debug("returned: {} {}", message.getRoutingKey(), message.getReplyText());
            returned.add(Long.valueOf(message.getProperties().getCorrelationId()));
        }

        /** A return comes before the confirm of the same message and on the same thread. */
        private void settle(long tag, boolean multiple, boolean accepted) {
            if (multiple) {
                ConcurrentNavigableMap<Long, Long> settled = unconfirmed.headMap(tag, true);
                settled.values().forEach(id -> settle(id, accepted));
                settled.clear();
            } else {
                Long id = unconfirmed.remove(tag);
                if (id != null) {
                    settle(id, accepted);
                }
            }
        }

        private void settle(long id, boolean accepted) {
            if (returned.remove(id)) {
                listener.refused(id, Refusal.RETURNED);
            } else if (accepted) {
                listener.confirmed(id);
            } else {
                listener.refused(id, Refusal.NACK);
            }
        }

        private void lost(ShutdownSignalException cause) {
            if (current == this) {
                current = null;
                listener.down("connection lost");
                now(() -> {
                    log.warn(
                            "lost the broker at {}:{} ({})",
                            connections.getHost(),
                            connections.getPort(),
                            Causes.shortest(cause));
                    connections.resetConnection();
                    connect(listener);
                });
            }
        }

        void close() {
            RabbitUtils.setPhysicalCloseRequired(channel, true);
            RabbitUtils.closeChannel(channel);
        }
    }

    /** The broker, short of memory or disk, reads no more from this connection: the same as being away. */
    private record Blocked(Listener listener) implements BlockedListener {
        @Override
        public void handleBlocked(String reason) {
            listener.down("connection.blocked: " + reason);
        }

        @Override
        public void handleUnblocked() {
            listener.up();
        }
    }
}
