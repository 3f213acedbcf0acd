package io.tapeline.collector.feed;

import io.tapeline.bus.EventPublisher;
import io.tapeline.model.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Takes events while it has room; they are durable when the test says so. */
final class FakePublisher implements EventPublisher {
    final List<MarketEvent> events = new ArrayList<>();
    final List<List<MarketEvent>> flushed = new ArrayList<>();
    boolean room = true;
    boolean durableAtOnce = true;
    private final List<Consumer<List<MarketEvent>>> listeners = new ArrayList<>();
    private final List<CompletableFuture<Void>> flushes = new ArrayList<>();

    @Override
    public boolean offer(MarketEvent event) {
        if (room) {
            events.add(event);
            if (durableAtOnce) {
                listeners.forEach(listener -> listener.accept(List.of(event)));
            }
        }
        return room;
    }

    @Override
    public boolean accepting() {
        return room;
    }

    @Override
    public void onDurable(Consumer<List<MarketEvent>> listener) {
        listeners.add(listener);
    }

    @Override
    public CompletableFuture<Void> flush() {
        CompletableFuture<Void> flush = new CompletableFuture<>();
        flushes.add(flush);
        flushed.add(List.copyOf(events));
        if (durableAtOnce) {
            flush.complete(null);
        }
        return flush;
    }

    void confirmAll() {
        flushes.forEach(flush -> flush.complete(null));
    }

    <T extends MarketEvent> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {}
}
