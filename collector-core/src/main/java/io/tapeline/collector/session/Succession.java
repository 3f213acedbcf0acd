package io.tapeline.collector.session;

import io.tapeline.collector.venue.VenueStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Replaces a connection without a break: a second one is opened beside it, and the first is closed when every stream
 * delivers on the second. What both bring meanwhile is told apart by whoever listens.
 */
final class Succession {
    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final Shard shard;
    private final SessionContext context;
    private final Gate gate;
    private final Disposable.Swap timer = Disposables.swap();
    private @Nullable Connection successor;
    private @Nullable Connection retiring;
    private boolean waiting;

    Succession(Shard shard, SessionContext context, Gate gate) {
        this.shard = shard;
        this.context = context;
        this.gate = gate;
    }

    @Nullable
    Connection successor() {
        return successor;
    }

    @Nullable
    Connection retiring() {
        return retiring;
    }

    void begin(Connection old, String reason) {
        if (successor == null && retiring == null && !waiting) {
            waiting = true;
            LOG.debug("{} {}: being replaced: {}", context.venue().feed(), old.name(), reason);
            gate.pass(() -> open(old));
        }
    }

    private void open(Connection old) {
        waiting = false;
        if (shard.current() != old || !old.isOpen()) {
            return;
        }
        Connection next = shard.create();
        successor = next;
        // No streams: nothing changes for them while the old connection carries them.
        context.tell(new SessionChange.Connecting(next.name(), List.of()));
        if (successor == next) {
            next.open();
        }
    }

    void opened(Connection next) {
        if (next == successor) {
            timer.update(context.later(context.settings().overlapWait(), () -> waitedLongEnough(next)));
        }
    }

    private void waitedLongEnough(Connection next) {
        if (next == successor && next.accepted()) {
            complete();
        } else {
            opened(next);
        }
    }

    void progressed(Connection next) {
        Connection old = shard.current();
        if (next == successor && old != null && next.accepted() && carriesAllOf(old, next)) {
            complete();
        }
    }

    /** A stream that may be silent, or brings nothing on the old connection either, is not waited for. */
    private static boolean carriesAllOf(Connection old, Connection next) {
        return old.watches().all().stream()
                .filter(watch -> watch.flowing() && !watch.stream().mayBeSilent())
                .allMatch(watch -> deliveredOn(next, watch.stream()));
    }

    private static boolean deliveredOn(Connection connection, VenueStream stream) {
        StreamWatch watch = connection.watches().of(stream);
        return watch == null || watch.delivered();
    }

    private void complete() {
        Connection old = shard.current();
        Connection next = successor;
        if (old == null || next == null) {
            return;
        }
        context.metrics().replaced.increment();
        retiring = old;
        successor = null;
        shard.succeededBy(next);
        // What the old connection has already received is still in its queue: it is heard to its end.
        timer.update(context.later(context.settings().overlapLinger(), () -> retire("replaced by " + next.name())));
    }

    private void retire(String reason) {
        Connection old = retiring;
        Connection next = shard.current();
        retiring = null;
        if (old != null) {
            old.close(reason);
            context.tell(new SessionChange.Replaced(
                    old.name(), List.copyOf(shard.streams()), next == null ? "" : next.name()));
        }
    }

    /** @return whether the connection was part of a succession and nothing else is to be done */
    boolean ended(Connection connection, Ending ending) {
        if (connection == retiring) {
            retire(ending.reason());
            return true;
        }
        if (connection != successor) {
            return false;
        }
        successor = null;
        LOG.debug("{} {}: {}", context.venue().feed(), connection.name(), ending.reason());
        context.tell(new SessionChange.Disconnected(connection.name(), List.of(), ending.reason()));
        Connection old = shard.current();
        if (old != null) {
            timer.update(context.later(shard.waitAfterFailure(ending), () -> again(old)));
        }
        return true;
    }

    private void again(Connection old) {
        if (shard.current() == old) {
            begin(old, "its successor failed");
        }
    }

    /**
     * The old connection went before its successor carried everything.
     *
     * @return false when there is no successor
     */
    boolean takesOver(Connection old, Set<VenueStream> streams, String reason) {
        waiting = false;
        Connection next = successor;
        if (next == null) {
            return false;
        }
        successor = null;
        shard.succeededBy(next);
        List<VenueStream> carried = new ArrayList<>();
        List<VenueStream> lost = new ArrayList<>();
        streams.forEach(stream -> (carries(next, stream) ? carried : lost).add(stream));
        if (!carried.isEmpty()) {
            context.tell(new SessionChange.Replaced(old.name(), carried, next.name()));
        }
        if (!lost.isEmpty()) {
            context.tell(new SessionChange.Disconnected(old.name(), lost, reason));
        }
        return true;
    }

    private static boolean carries(Connection next, VenueStream stream) {
        StreamWatch watch = next.watches().of(stream);
        return watch != null && (watch.delivered() || (watch.accepted() && stream.mayBeSilent()));
    }

    void halt() {
        timer.update(Disposables.disposed());
        waiting = false;
        successor = null;
        retire("closed");
    }
}
