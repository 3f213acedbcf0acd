package io.tapeline.collector.session;

import io.tapeline.collector.venue.VenueStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Streams that share a connection, and the connections that carry them one after another. */
final class Shard implements Connection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    private final String route;
    private final List<URI> addresses;
    private final SessionContext context;
    private final SessionSettings settings;
    private final Gate gate;
    private final Supplier<String> names;
    private final Attempts attempts;
    private final Succession succession;
    private final Set<VenueStream> streams = new LinkedHashSet<>();
    private final Set<VenueStream> stubborn = new HashSet<>();
    private final Disposable.Swap retry = Disposables.swap();
    private @Nullable Connection current;
    private boolean halted;

    Shard(String route, SessionContext context, Gate gate, EndpointBreakers breakers, Supplier<String> names) {
        this.route = route;
        this.addresses = context.venue().subscriptions().endpoints(route);
        this.context = context;
        this.settings = context.settings();
        this.gate = gate;
        this.names = names;
        this.attempts = new Attempts(breakers.of(addresses.getFirst()), settings);
        this.succession = new Succession(this, context, gate);
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

    @Nullable
    Connection current() {
        return current;
    }

    int connections() {
        return (int) all().count();
    }

    private Stream<Connection> all() {
        return Stream.of(current, succession.successor(), succession.retiring())
                .flatMap(Stream::ofNullable)
                .toList()
                .stream();
    }

    private void each(Consumer<Connection> action) {
        all().forEach(action);
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

    void requestBook(VenueStream stream) {
        if (current != null) {
            current.requestBook(stream);
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
        if (!attempts.begin()) {
            retryIn(settings.backoff().multipliedBy(2));
            return;
        }
        Connection connection = create();
        current = connection;
        context.tell(new SessionChange.Connecting(connection.name(), connection.streams()));
        if (current == connection) {
            connection.open();
        }
    }

    Connection create() {
        return new Connection(names.get(), address(), List.copyOf(streams), context, this);
    }

    /** Each address is tried twice before the next. */
    private URI address() {
        return addresses.get(attempts.failures() / 2 % addresses.size());
    }

    @Override
    public void opened(Connection connection) {
        LOG.debug(
                "{} {}: open to {}, {} streams",
                feed(),
                connection.name(),
                connection.address().getAuthority(),
                streams.size());
        succession.opened(connection);
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
        if (connection == current && proves(connection, delivering)) {
            attempts.proved();
        }
        succession.progressed(connection);
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
        if (connection == current && !halted) {
            succession.begin(connection, reason);
        }
    }

    /** Another connection carries the streams from now on. */
    void succeededBy(Connection next) {
        current = next;
        attempts.replaced();
    }

    Duration waitAfterFailure(Ending ending) {
        attempts.successorFailed();
        return attempts.next(ending);
    }

    @Override
    public void ended(Connection connection, Ending ending) {
        if (!succession.ended(connection, ending) && connection == current) {
            currentEnded(connection, ending);
        }
    }

    private void currentEnded(Connection connection, Ending ending) {
        current = null;
        context.metrics().reconnects.increment();
        LOG.debug("{} {}: {}", feed(), connection.name(), ending.reason());
        attempts.ended(ending);
        if (!succession.takesOver(connection, streams, ending.reason())) {
            context.tell(new SessionChange.Disconnected(connection.name(), List.copyOf(streams), ending.reason()));
            reconnect(connection, ending);
        }
    }

    private void reconnect(Connection ended, Ending ending) {
        if (halted) {
            return;
        }
        if (attempts.switchedOff()) {
            switchOff(ended, ending);
        } else {
            retryIn(attempts.next(ending));
        }
    }

    private void switchOff(Connection ended, Ending ending) {
        Duration wait = attempts.offFor(ending);
        LOG.debug("{} {}: switched off for {}", feed(), ended.name(), Connection.seconds(wait));
        context.tell(new SessionChange.SwitchedOff(ended.name(), List.copyOf(streams), ending.reason(), wait));
        retry.update(context.later(wait, () -> {
            attempts.offIsOver();
            gate.pass(this::connect);
        }));
    }

    private void retryIn(Duration wait) {
        retry.update(context.later(wait, () -> gate.pass(this::connect)));
    }

    /** Closes everything and stays closed until {@link #start}. */
    void halt(String reason) {
        halted = true;
        retry.update(Disposables.disposed());
        attempts.givenUp();
        each(connection -> connection.close(reason));
        succession.halt();
        Connection closed = current;
        current = null;
        if (closed != null) {
            context.tell(new SessionChange.Disconnected(closed.name(), List.copyOf(streams), reason));
        }
    }

    private String feed() {
        return context.venue().feed();
    }
}
