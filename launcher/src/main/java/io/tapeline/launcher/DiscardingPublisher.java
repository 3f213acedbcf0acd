package io.tapeline.launcher;

import io.tapeline.bus.EventPublisher;
import io.tapeline.model.event.MarketEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Takes events nowhere: what matters are the frames. */
final class DiscardingPublisher implements EventPublisher {
    @Override
    public boolean offer(MarketEvent event) {
        return true;
    }

    @Override
    public boolean accepting() {
        return true;
    }

    @Override
    public void onDurable(Consumer<List<MarketEvent>> listener) {}

    @Override
    public CompletableFuture<Void> flush() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}
