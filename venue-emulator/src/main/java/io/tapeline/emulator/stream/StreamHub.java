package io.tapeline.emulator.stream;

import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.server.Engine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** The streams of one prefix. A stream that nobody publishes to can be listened to, and stays silent. */
public final class StreamHub {
    private final String prefix;
    private final Engine engine;
    private final Faults faults;
    private final Map<String, StreamChannel> channels = new HashMap<>();
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final LongFunction<String> unknownEvent;

    /** @param unknownEvent an event that no client knows, at a time */
    public StreamHub(String prefix, Engine engine, Faults faults, LongFunction<String> unknownEvent) {
        this.prefix = prefix;
        this.engine = engine;
        this.faults = faults;
        this.unknownEvent = unknownEvent;
    }

    /** The stream of that name on a route, made when it is new. */
    public StreamChannel channel(String route, String name) {
        return channels.computeIfAbsent(key(route, name), key -> new StreamChannel(name, this));
    }

    /** Whether there is such a stream. */
    public boolean has(String route, String name) {
        return channels.containsKey(key(route, name));
    }

    /** Ends a stream; whoever listened hears no more of it. */
    public void remove(String route, String name) {
        channels.remove(key(route, name));
    }

    /** One event about several streams: who listens to more than one of them hears it once. Faults of any of them strike. */
    public void publish(List<StreamChannel> about, String payload) {
        Set<Listener> receivers = new LinkedHashSet<>();
        about.forEach(channel -> receivers.addAll(channel.listeners()));
        if (!receivers.isEmpty()) {
            deliver(struck(about), payload, receivers);
        }
    }

    /** The stream that a fault is meant for, or else the first. */
    private StreamChannel struck(List<StreamChannel> about) {
        return about.stream()
                .filter(channel -> !faults.none() && faults.mayStrike(prefix, channel.name()))
                .findFirst()
                .orElse(about.getFirst());
    }

    /** Lets somebody listen; one who listens already hears the first frames again. */
    public void subscribe(Listener listener, String route, String name) {
        listeners.add(listener);
        // Only what is published somewhere has a channel already; others would fill the map.
        StreamChannel channel = channels.get(key(route, name));
        if (channel != null) {
            channel.join(listener);
        }
    }

    public void unsubscribe(Listener listener, String route, String name) {
        StreamChannel channel = channels.get(key(route, name));
        if (channel != null) {
            channel.leave(listener);
        }
    }

    /** Forgets a listener. */
    public void leave(Listener listener, String route, Iterable<String> names) {
        listeners.remove(listener);
        names.forEach(name -> unsubscribe(listener, route, name));
    }

    /** Lets what was published since the last time go out. */
    public void flush() {
        listeners.forEach(listener -> listener.connection().flush());
    }

    void deliver(StreamChannel channel, String payload, Collection<Listener> receivers) {
        List<Fault> striking = faults.none() ? List.of() : faults.onFrame(prefix, channel.name());
        if (striking.isEmpty()) {
            pass(channel, new Frame(channel.name(), payload, UnaryOperator.identity(), receivers));
        } else {
            strike(channel, payload, striking, receivers);
        }
    }

    private void strike(StreamChannel channel, String payload, List<Fault> striking, Collection<Listener> receivers) {
        if (striking.stream().anyMatch(fault -> fault.kind() == FaultKind.STOP)) {
            // A stream that is silent takes no numbers of the connection; a frame that is lost does.
            return;
        }
        if (striking.stream().anyMatch(fault -> fault.kind() == FaultKind.UNKNOWN_EVENT)) {
            String unknown = unknownEvent.apply(engine.now());
            pass(channel, new Frame(channel.name(), unknown, UnaryOperator.identity(), receivers));
        }
        Frame frame = new Frame(channel.name(), payload, text -> damage(text, striking), receivers);
        int copies = 1;
        long delay = 0;
        for (Fault fault : striking) {
            switch (fault.kind()) {
                case SKIP -> copies = 0;
                case DUPLICATE -> copies *= 2;
                case DELAY -> delay += fault.millisOr(1000);
                default -> {}
            }
        }
        boolean late = striking.stream().anyMatch(fault -> fault.kind() == FaultKind.REORDER);
        for (int copy = 0; copy < copies; copy++) {
            if (late && copy == 0) {
                swap(channel, frame);
            } else if (delay > 0) {
                engine.after(delay, () -> {
                    pass(channel, frame);
                    flush();
                });
            } else {
                pass(channel, frame);
            }
        }
    }

    private void swap(StreamChannel channel, Frame frame) {
        Frame earlier = channel.takeHeldBack();
        if (earlier == null) {
            channel.holdBack(frame);
        } else {
            frame.send();
            earlier.send();
        }
    }

    private static void pass(StreamChannel channel, Frame frame) {
        frame.send();
        Frame earlier = channel.takeHeldBack();
        if (earlier != null) {
            earlier.send();
        }
    }

    private static String damage(String text, List<Fault> striking) {
        String damaged = text;
        for (Fault fault : striking) {
            damaged = switch (fault.kind()) {
                case MALFORMED ->
                    damaged.substring(0, damaged.length() / 2) + "}]\"{" + damaged.substring(damaged.length() / 2);
                case TRUNCATED -> damaged.substring(0, damaged.length() / 2);
                case OVERSIZED -> padded(damaged, fault.amountOr(8_000_000));
                default -> damaged;
            };
        }
        return damaged;
    }

    private static String padded(String text, long amount) {
        return text.substring(0, text.length() - 1) + ",\"pad\":\"" + "x".repeat(Math.toIntExact(amount)) + "\"}";
    }

    private static String key(String route, String name) {
        return route + ' ' + name;
    }
}
