package io.tapeline.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.routing.RoutingKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * Publishes with confirms, one batch of a routing key at a time, and keeps events on disk while the broker does not take
 * them. One thread encodes, writes the spool and keeps the order; the link has another for the broker.
 */
public final class SpoolingPublisher implements EventPublisher {
    private static final Logger log = LoggerFactory.getLogger(SpoolingPublisher.class);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PAUSE_AFTER_DEFECT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BusProperties settings;
    private final BusMetrics metrics;
    private final Backlog backlog;
    private final Spool spool;
    private final BrokerLink link;
    private final Outbound outbound;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final List<Consumer<List<MarketEvent>>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean stopped;
    private volatile boolean connected;

    SpoolingPublisher(BusProperties settings, Spool spool, BrokerLink link, MeterRegistry registry) {
        this.settings = settings;
        this.spool = spool;
        this.link = link;
        this.metrics = new BusMetrics(registry);
        this.backlog = new Backlog(settings.publisher(), System::nanoTime);
        this.outbound = new Outbound(settings, backlog, spool, link, metrics, this::tellDurable, System.nanoTime());
        this.thread = Thread.ofPlatform().name("bus-publisher").unstarted(this::loop);
        metrics.watch(spool, backlog);
    }

    /**
     * Opens the spool and begins to connect, which may take as long as it takes.
     *
     * @param connections where to publish; closed by the caller after the publisher
     * @throws java.io.UncheckedIOException when the spool's directory cannot be used
     */
    public static SpoolingPublisher open(
            CachingConnectionFactory connections, BusProperties settings, MeterRegistry registry) {
        RabbitLink link = new RabbitLink(connections, new BusTopology(settings.queues()), settings.reconnectDelay());
        return new SpoolingPublisher(settings, new Spool(settings.spool()), link, registry).start();
    }

    SpoolingPublisher start() {
        thread.start();
        link.open(new News());
        return this;
    }

    @Override
    public boolean offer(MarketEvent event) {
        LaneKey key = LaneKey.of(event);
        if (key.routingKey().length() > RoutingKey.MAX_BYTES / 3
                && key.routingKey().getBytes(StandardCharsets.UTF_8).length > RoutingKey.MAX_BYTES) {
            metrics.unpublishable();
            log.error("symbol: expected a routing key of at most 255 bytes, got {}; event left out", key.routingKey());
            return true;
        }
        boolean taken = backlog.offer(key, event);
        if (!taken) {
            metrics.refusedOffer();
        }
        return taken;
    }

    @Override
    public boolean accepting() {
        return !closed && backlog.accepting();
    }

    @Override
    public void onDurable(Consumer<List<MarketEvent>> listener) {
        listeners.add(listener);
    }

    @Override
    public CompletableFuture<Void> flush() {
        return backlog.flush();
    }

    /** Whether the broker is there and takes messages. */
    public boolean connected() {
        return connected;
    }

    boolean open() {
        return !closed;
    }

    /** Bytes that wait on disk. */
    public long spooledBytes() {
        return spool.bytes();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        backlog.close();
        try {
            flush().get(settings.publisher().closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.info("not everything is confirmed; the rest goes to the spool");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flush does not fail", e);
        }
        link.close();
        stopped = true;
        backlog.wake();
        Uninterrupted.run(() -> {
            thread.join();
            finish();
        });
    }

    private void finish() {
        if (!outbound.close()) {
            log.error("closed with {} events that neither broker nor spool took", backlog.weight());
        }
        spool.close();
    }

    private void loop() {
        while (!stopped) {
            try {
                long wait = outbound.lingering()
                        ? IDLE_NANOS
                        : settings.spool().linger().toNanos();
                backlog.await(wait, outbound.lingering());
                for (Runnable item = news.poll(); item != null; item = news.poll()) {
                    item.run();
                }
                connected = outbound.connected();
                outbound.run(System.nanoTime());
            } catch (InterruptedException e) {
                log.debug("nobody but close ends this thread", e);
            } catch (RuntimeException e) {
                log.error("publishing failed in a way that it should not", e);
                LockSupport.parkNanos(PAUSE_AFTER_DEFECT_NANOS);
            }
        }
    }

    private void tellDurable(List<MarketEvent> events) {
        for (Consumer<List<MarketEvent>> listener : listeners) {
            try {
                listener.accept(events);
            } catch (RuntimeException e) {
                log.error("a listener of durable events failed", e);
            }
        }
    }

    /** Carries the link's news to the publisher's thread. */
    private final class News implements BrokerLink.Listener {
        @Override
        public void up() {
            post(() -> outbound.up(System.nanoTime()));
        }

        @Override
        public void down(String reason) {
            post(() -> outbound.down(reason));
        }

        @Override
        public void confirmed(long id) {
            post(() -> outbound.confirmed(id, System.nanoTime()));
        }

        @Override
        public void refused(long id, BrokerLink.Refusal why) {
            post(() -> outbound.refused(id, why, System.nanoTime()));
        }

        private void post(Runnable item) {
            news.add(item);
            backlog.wake();
        }
    }
}
