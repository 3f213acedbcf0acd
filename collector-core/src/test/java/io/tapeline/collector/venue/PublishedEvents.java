package io.tapeline.collector.venue;

import io.tapeline.bus.EventPublisher;
import io.tapeline.model.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps in memory what is published; durable at once. Safe for several threads. */
public final class PublishedEvents implements EventPublisher {
    private final List<MarketEvent> events = new ArrayList<>();
    private final List<Consumer<List<MarketEvent>>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public boolean offer(MarketEvent event) {
        synchronized (events) {
            events.add(event);
        }
        listeners.forEach(listener -> listener.accept(List.of(event)));
        return true;
    }

    /** Those published after the first so many. */
    public List<MarketEvent> after(int count) {
        synchronized (events) {
            return List.copyOf(events.subList(count, events.size()));
        }
    }

    public <T extends MarketEvent> List<T> of(Class<T> type) {
        return of(type, 0);
    }

    public <T extends MarketEvent> List<T> of(Class<T> type, int after) {
        return after(after).stream().filter(type::isInstance).map(type::cast).toList();
    }

    public int count() {
        synchronized (events) {
            return events.size();
        }
    }

    @Override
    public boolean accepting() {
        return true;
    }

    @Override
    public void onDurable(Consumer<List<MarketEvent>> listener) {
        listeners.add(listener);
    }

    @Override
    public CompletableFuture<Void> flush() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}
