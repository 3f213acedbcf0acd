package io.tapeline.bus;

import org.springframework.context.SmartLifecycle;

/**
 * Closes the publisher after whatever offers events has stopped (in any later phase) and before the connections, which
 * stop in the very last one.
 */
record PublisherLifecycle(SpoolingPublisher publisher) implements SmartLifecycle {
    private static final int PHASE = Integer.MIN_VALUE + 1_000;

    @Override
    public void start() {
        // It publishes from the moment it is made.
    }

    @Override
    public void stop() {
        publisher.close();
    }

    @Override
    public boolean isRunning() {
        return publisher.open();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
