package io.tapeline.bus;

import io.tapeline.model.event.MarketEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Publishes events, each routing key in the order it was offered, and remembers them on disk while the broker is away.
 * Safe for use by several threads; the order of one key is that of the calls, so one thread at a time should offer it.
 */
public interface EventPublisher extends AutoCloseable {

    /**
     * Takes an event. Never blocks.
     *
     * @return false when neither memory nor spool has room: the event was not taken, the caller must stop reading and
     *     record a gap
     */
    boolean offer(MarketEvent event);

    /** Whether there is room to start reading again. */
    boolean accepting();

    /**
     * Told of events, in order for each key, once nothing short of a lost disk can lose them: confirmed by the broker or
     * written to the spool. Called on the publisher's thread; must be quick.
     */
    void onDurable(Consumer<List<MarketEvent>> listener);

    /** Done when everything offered so far is durable. */
    CompletableFuture<Void> flush();

    /** Flushes for a bounded time, then closes; what is still unconfirmed goes to the spool. */
    @Override
    void close();
}
