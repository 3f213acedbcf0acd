package io.tapeline.emulator.stream;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stream of a venue and those who listen to it. */
public final class StreamChannel {
    private final String name;
    private final StreamHub hub;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private @Nullable Opening opening;
    private @Nullable Frame heldBack;

    StreamChannel(String name, StreamHub hub) {
        this.name = name;
        this.hub = hub;
    }

    /** Whether anybody listens; rendering a frame for nobody is wasted. */
    public boolean wanted() {
        return !listeners.isEmpty();
    }

    /** Sends an event to all who listen, unless a fault decides otherwise. */
    public void publish(String payload) {
        if (wanted()) {
            hub.deliver(this, payload, listeners);
        }
    }

    /** Sets what newcomers hear first; faults strike these frames like any other. */
    public StreamChannel opensWith(Opening first) {
        opening = first;
        return this;
    }

    public String name() {
        return name;
    }

    Collection<Listener> listeners() {
        return listeners;
    }

    void join(Listener listener) {
        List<String> first = opening == null ? List.of() : opening.frames();
        listeners.add(listener);
        Collection<Listener> newcomer = List.of(listener);
        first.forEach(payload -> hub.deliver(this, payload, newcomer));
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** Keeps a frame until the next one has gone. */
    void holdBack(Frame frame) {
        heldBack = frame;
    }

    @Nullable
    Frame takeHeldBack() {
        Frame frame = heldBack;
        heldBack = null;
        return frame;
    }
}
