package io.tapeline.collector.session;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.tapeline.collector.venue.VenueStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Streams that share a connection, and the connections that carry them one after another: at most one at a time, two
 * while one replaces the other.
 */
final class Shard implements Connection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    private final String route;
    private final URI address;
    private final SessionContext context;
    private final SessionSettings settings;
    private final Gate gate;
    private final CircuitBreaker breaker;
    private final Supplier<String> names;
    private final IntervalFunction waits;
    private final Set<VenueStream> streams = new LinkedHashSet<>();
    private final Set<VenueStream> stubborn = new HashSet<>();
    private final Disposable.Swap retry = Disposables.swap();
    private final Disposable.Swap replacement = Disposables.swap();
    private @Nullable Connection current;
    private @Nullable Connection successor;
    private @Nullable Connection retiring;
    private boolean halted;
    private boolean renewing;
    private boolean proved;
    private int attempts;

    Shard(String route, SessionContext context, Gate gate, EndpointBreakers breakers, Supplier<String> names) {
        this.route = route;
        this.address = context.venue().subscriptions().endpoint(route);
        this.context = context;
        this.settings = context.settings();
        this.gate = gate;
        this.breaker = breakers.of(address);
        this.names = names;
        this.waits = settings.jitter() == 0
                ? IntervalFunction.ofExponentialBackoff(settings.backoff(), 2, settings.maxBackoff())
                : IntervalFunction.ofExponentialRandomBackoff(
                        settings.backoff(), 2, settings.jitter(), settings.maxBackoff());
    }

    String route() {
        return route;
    }

    Set<VenueStream> streams() {
        return streams;
    }

    int room() {
        return context.venue().limits().streamsPerConnection() - streams.size();
    }

    int connections() {
        return (current == null ? 0 : 1) + (successor == null ? 0 : 1) + (retiring == null ? 0 : 1);
    }

    void add(List<VenueStream> added) {
        streams.addAll(added);
        each(connection -> connection.subscribe(added));
    }

    void remove(List<VenueStream> removed) {
        removed.forEach(streams::remove);
        removed.forEach(stubborn::remove);
        each(connection -> connection.unsubscribe(removed));
    }

    void resubscribe(VenueStream stream) {
        if (current != null) {
            current.resubscribe(stream);
        }
    }

    void tick() {
        each(Connection::tick);
    }

    /** Opens the connection; again after {@link #halt}. */
    void start() {
        halted = false;
        gate.pass(this::connect);
    }

    private void connect() {
        if (halted || current != null) {
            return;
        }
        if (!breaker.tryAcquirePermission()) {
            retryIn(settings.backoff().multipliedBy(2));
            return;
        }
        proved = false;
        Connection connection = new Connection(names.get(), address, List.copyOf(streams), context, this);
        current = connection;
        context.tell(new SessionChange.Connecting(connection.name(), connection.streams()));
        if (current == connection) {
            connection.open();
        }
    }

    @Override
    public void opened(Connection connection) {
        LOG.info("{} {}: open to {}, {} streams", feed(), connection.name(), address.getAuthority(), streams.size());
        if (connection == successor) {
            limitOverlap(connection);
        }
        Duration lifetime = context.venue().limits().connectionLifetime();
        if (!lifetime.isZero()) {
            connection.whileOpen(
                    context.later(untilReplacement(lifetime), () -> renew(connection, "its time is nearly up")));
        }
    }

    /** Earlier than the cut by the margin and up to half of it again, so that connections opened together part. */
    private Duration untilReplacement(Duration lifetime) {
        long margin = Math.min(
                settings.lifetimeMargin().toNanos(), lifetime.dividedBy(4).toNanos());
        long spread = (long) (ThreadLocalRandom.current().nextDouble() * settings.jitter() * margin);
        return lifetime.minusNanos(margin + spread);
    }

    @Override
    public void progressed(Connection connection, List<VenueStream> delivering) {
        delivering.forEach(stubborn::remove);
        if (connection == current && !proved && proves(connection, delivering)) {
            proved = true;
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        if (connection == successor && takenOver(connection)) {
            replace();
        }
    }

    /** Data proves a connection; so do accepted subscriptions where all streams may be silent. */
    private static boolean proves(Connection connection, List<VenueStream> delivering) {
        return !delivering.isEmpty()
                || (connection.accepted() && connection.streams().stream().allMatch(VenueStream::mayBeSilent));
    }

    @Override
    public void stubborn(Connection connection, VenueStream stream) {
        // Neighbours should not suffer twice: when a fresh connection does not help, only the stream is asked again.
        if (stubborn.add(stream)) {
            renew(connection, stream.name() + " stays silent");
        }
    }

    @Override
    public void renew(Connection connection, String reason) {
        if (connection == current && successor == null && retiring == null && !renewing && !halted) {
            renewing = true;
            LOG.info("{} {}: being replaced: {}", feed(), connection.name(), reason);
            gate.pass(() -> openSuccessor(connection));
        }
    }

    private void openSuccessor(Connection old) {
        renewing = false;
        if (old != current || !old.isOpen() || halted) {
            return;
        }
        successor = new Connection(names.get(), address, List.copyOf(streams), context, this);
        // No streams: nothing changes for them while the old connection carries them.
        context.tell(new SessionChange.Connecting(successor.name(), List.of()));
        if (successor != null) {
            successor.open();
        }
    }

    /** A stream that may be silent, or brings nothing on the old connection either, is not waited for. */
    private boolean takenOver(Connection next) {
        return next.accepted()
                && current != null
                && current.watches().all().stream()
                        .filter(watch -> watch.flowing() && !watch.stream().mayBeSilent())
                        .allMatch(watch -> deliveredOn(next, watch.stream()));
    }

    private static boolean deliveredOn(Connection connection, VenueStream stream) {
        StreamWatch watch = connection.watches().of(stream);
        return watch == null || watch.delivered();
    }

    private void limitOverlap(Connection next) {
        replacement.update(context.later(settings.overlapWait(), () -> {
            if (next == successor && next.accepted()) {
                replace();
            } else if (next == successor) {
                limitOverlap(next);
            }
        }));
    }

    private void replace() {
        Connection old = current;
        Connection next = successor;
        if (old == null || next == null) {
            return;
        }
        context.metrics().replaced.increment();
        retiring = old;
        current = next;
        successor = null;
        proved = true;
        attempts = 0;
        context.tell(new SessionChange.Replaced(old.name(), next.streams(), next.name()));
        // What the old connection has already received is still in its queue.
        replacement.update(context.later(settings.overlapLinger(), () -> retire(old, next.name())));
    }

    private void retire(Connection old, String by) {
        old.close("replaced by " + by);
        if (retiring == old) {
            retiring = null;
        }
    }

    @Override
    public void ended(Connection connection, Ending ending) {
        if (connection == retiring) {
            retiring = null;
        } else if (connection == successor) {
            successorEnded(connection, ending);
        } else if (connection == current) {
            currentEnded(connection, ending);
        }
    }

    private void successorEnded(Connection connection, Ending ending) {
        successor = null;
        LOG.info("{} {}: {}", feed(), connection.name(), ending.reason());
        context.tell(new SessionChange.Disconnected(connection.name(), List.of(), ending.reason()));
        Connection old = current;
        attempts++;
        if (old != null) {
            replacement.update(context.later(nextWait(ending), () -> renew(old, "its successor failed")));
        }
    }

    private void currentEnded(Connection connection, Ending ending) {
        current = null;
        renewing = false;
        context.metrics().reconnects.increment();
        attempts = ending.stable() ? 1 : attempts + 1;
        LOG.warn("{} {}: {}", feed(), connection.name(), ending.reason());
        if (successor == null) {
            context.tell(new SessionChange.Disconnected(connection.name(), List.copyOf(streams), ending.reason()));
            reconnect(connection, ending);
        } else {
            promote(connection, ending);
        }
    }

    /** The old connection went before the new one carried everything. */
    private void promote(Connection old, Ending ending) {
        Connection next = java.util.Objects.requireNonNull(successor);
        successor = null;
        current = next;
        proved = true;
        List<VenueStream> carried = new ArrayList<>();
        List<VenueStream> lost = new ArrayList<>();
        for (VenueStream stream : streams) {
            StreamWatch watch = next.watches().of(stream);
            (watch != null && (watch.delivered() || watch.accepted() && stream.mayBeSilent()) ? carried : lost)
                    .add(stream);
        }
        if (!carried.isEmpty()) {
            context.tell(new SessionChange.Replaced(old.name(), carried, next.name()));
        }
        if (!lost.isEmpty()) {
            context.tell(new SessionChange.Disconnected(old.name(), lost, ending.reason()));
        }
    }

    private void reconnect(Connection ended, Ending ending) {
        if (halted) {
            return;
        }
        if (!proved) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(ending.reason()));
        }
        if (ending.refused() && breaker.getState() != CircuitBreaker.State.OPEN) {
            breaker.transitionToOpenState();
        }
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            switchOff(ended, ending);
        } else {
            retryIn(nextWait(ending));
        }
    }

    private void switchOff(Connection ended, Ending ending) {
        Duration wait = ending.retryAfter() == null ? settings.switchedOffFor() : ending.retryAfter();
        LOG.warn("{} {}: switched off for {}", feed(), ended.name(), Connection.seconds(wait));
        context.tell(new SessionChange.SwitchedOff(ended.name(), List.copyOf(streams), ending.reason(), wait));
        retry.update(context.later(wait, () -> {
            if (breaker.getState() == CircuitBreaker.State.OPEN) {
                breaker.transitionToHalfOpenState();
            }
            gate.pass(this::connect);
        }));
    }

    private Duration nextWait(Ending ending) {
        Duration wait = Duration.ofMillis(waits.apply(Math.max(1, Math.min(attempts, 30))));
        return ending.retryAfter() != null && ending.retryAfter().compareTo(wait) > 0 ? ending.retryAfter() : wait;
    }

    private void retryIn(Duration wait) {
        retry.update(context.later(wait, () -> gate.pass(this::connect)));
    }

    /** Closes everything and stays closed until {@link #start}. */
    void halt(String reason) {
        halted = true;
        renewing = false;
        retry.update(Disposables.disposed());
        replacement.update(Disposables.disposed());
        if (current != null && !proved) {
            breaker.releasePermission();
        }
        each(connection -> connection.close(reason));
        Connection closed = current;
        current = null;
        successor = null;
        retiring = null;
        if (closed != null) {
            context.tell(new SessionChange.Disconnected(closed.name(), List.copyOf(streams), reason));
        }
    }

    private void each(java.util.function.Consumer<Connection> action) {
        Connection[] all = {current, successor, retiring};
        for (Connection connection : all) {
            if (connection != null) {
                action.accept(connection);
            }
        }
    }

    private String feed() {
        return context.venue().feed();
    }
}
