package io.tapeline.bus;

import io.tapeline.bus.Backlog.Taken;
import io.tapeline.bus.BrokerLink.Outgoing;
import io.tapeline.bus.BrokerLink.Refusal;
import io.tapeline.model.event.MarketEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where events go: straight to the broker, or, from the first message that is not accepted until the disk is
 * empty again, through the spool. Used by one thread, which also brings it the link's news.
 */
final class Outbound {
    private static final Logger log = LoggerFactory.getLogger(Outbound.class);
    private static final int ROUND_BYTES = 1 << 21;

    private enum Mode {
        /** Nothing is known of the broker yet; events wait in memory. */
        STARTING,
        /** Events go to the broker. */
        DIRECT,
        /** Events go to the disk, and from its other end to the broker. */
        SPOOLING
    }

    private sealed interface Cargo {
        LaneKey key();
    }

    private record FromMemory(Taken batch) implements Cargo {
        @Override
        public LaneKey key() {
            return batch.lane().key();
        }
    }

    private record FromDisk(SpoolRecord message) implements Cargo {
        @Override
        public LaneKey key() {
            return message.key();
        }
    }

    private record Flight(Cargo cargo, long sentAt) {}

    private final BusProperties settings;
    private final Backlog backlog;
    private final Spool spool;
    private final BrokerLink link;
    private final BusMetrics metrics;
    private final BatchEncoder encoder;
    private final SpoolWriter writer;
    private final Consumer<List<MarketEvent>> durable;
    private final Map<Long, Flight> flights = new LinkedHashMap<>();
    private Mode mode;
    private boolean linkUp;
    private int directFlights;
    private long ids;
    private long retryAt;
    private long spoolAt;
    private @Nullable Drain drain;

    Outbound(
            BusProperties settings,
            Backlog backlog,
            Spool spool,
            BrokerLink link,
            BusMetrics metrics,
            Consumer<List<MarketEvent>> durable,
            long now) {
        this.settings = settings;
        this.backlog = backlog;
        this.spool = spool;
        this.link = link;
        this.metrics = metrics;
        this.encoder = new BatchEncoder(metrics);
        this.writer = new SpoolWriter(backlog, spool, encoder, metrics, durable);
        this.durable = durable;
        this.retryAt = now;
        this.spoolAt = now;
        this.mode = spool.isEmpty() ? Mode.STARTING : Mode.SPOOLING;
    }

    void up(long now) {
        linkUp = true;
        retryAt = now;
        if (mode == Mode.STARTING) {
            mode = Mode.DIRECT;
        }
    }

    void down(String reason) {
        landAll();
        turnToSpool(reason);
    }

    /** Writes to the disk what is not confirmed, for the next start; tells whether the disk took it. */
    boolean close() {
        landAll();
        return writer.write();
    }

    private void landAll() {
        linkUp = false;
        List.copyOf(flights.keySet()).forEach(this::land);
    }

    void confirmed(long id, long now) {
        Flight flight = remove(id);
        if (flight == null) {
            return;
        }
        switch (flight.cargo()) {
            case FromMemory(Taken batch) -> {
                metrics.confirmed(batch.events().size(), now - flight.sentAt());
                backlog.arrived(batch);
                durable.accept(batch.events());
            }
            case FromDisk(SpoolRecord message) -> {
                metrics.confirmed(message.events(), now - flight.sentAt());
                if (drain != null) {
                    drain.confirmed(message.key());
                }
            }
        }
    }

    void refused(long id, Refusal why, long now) {
        LaneKey key = land(id);
        if (key == null) {
            return;
        }
        metrics.notAccepted(why);
        retryAt = now + settings.publisher().retryDelay().toNanos();
        turnToSpool(why.name().toLowerCase(java.util.Locale.ROOT) + " for " + key.routingKey());
        if (why == Refusal.RETURNED) {
            link.declare();
        }
    }

    /** A message is not accepted: its events are the first of their key again. */
    private @Nullable LaneKey land(long id) {
        Flight flight = remove(id);
        if (flight == null) {
            return null;
        }
        switch (flight.cargo()) {
            case FromMemory(Taken batch) -> backlog.giveBack(batch);
            case FromDisk(SpoolRecord message) -> {
                if (drain != null) {
                    drain.refused(message.key());
                }
            }
        }
        return flight.cargo().key();
    }

    private @Nullable Flight remove(long id) {
        Flight flight = flights.remove(id);
        if (flight != null && flight.cargo() instanceof FromMemory) {
            directFlights--;
        }
        return flight;
    }

    private void turnToSpool(String reason) {
        if (mode != Mode.SPOOLING) {
            mode = Mode.SPOOLING;
            log.warn("the broker does not take events ({}); they go to the spool in {}", reason, spool.directory());
        }
    }

    /** Does what is due. Times are those of {@link System#nanoTime}: only their differences mean anything. */
    void run(long now) {
        expire(now);
        if (mode != Mode.SPOOLING && backlog.pressing()) {
            turnToSpool("too many wait for it");
        }
        if (mode == Mode.SPOOLING) {
            drain(now);
        }
        switch (mode) {
            case STARTING -> {}
            case DIRECT -> sendDue(now);
            case SPOOLING -> spoolDue(now);
        }
    }

    /** Whether events wait for more of their key rather than for the disk or the broker. */
    boolean lingering() {
        return mode == Mode.DIRECT;
    }

    boolean connected() {
        return linkUp;
    }

    private void expire(long now) {
        if (flights.isEmpty()) {
            return;
        }
        Flight oldest = flights.values().iterator().next();
        if (now - oldest.sentAt() > settings.publisher().confirmTimeout().toNanos()) {
            String reason = "no confirm within " + settings.publisher().confirmTimeout();
            flights.values().forEach(flight -> metrics.notAccepted(Refusal.NACK));
            down(reason);
            link.reset(reason);
        }
    }

    private void sendDue(long now) {
        for (Taken batch : backlog.take(false)) {
            SpoolRecord message = encoder.encode(batch);
            if (message == null) {
                backlog.arrived(batch);
            } else {
                directFlights++;
                send(new FromMemory(batch), message, now);
            }
        }
    }

    private void send(Cargo cargo, SpoolRecord message, long now) {
        long id = ++ids;
        flights.put(id, new Flight(cargo, now));
        link.send(new Outgoing(id, message.key(), message.body()));
    }

    /** Sends what the disk holds, a round at a time; when nothing is left, events go to the broker directly again. */
    private void drain(long now) {
        // A batch sent directly may still fail, and then comes before what is on the disk.
        if (!linkUp || directFlights > 0 || now - retryAt < 0) {
            return;
        }
        if (drain != null && drain.done()) {
            spool.remove(drain.elements());
            drain = null;
        }
        if (drain == null) {
            drain = spool.isEmpty()
                    ? null
                    : spool.read(ROUND_BYTES, settings.publisher().batchEventsMax());
        }
        if (drain != null) {
            drain.next().forEach(message -> send(new FromDisk(message), message, now));
        } else {
            mode = Mode.DIRECT;
            log.info("the spool is empty; events go to the broker directly again");
        }
    }

    private void spoolDue(long now) {
        boolean lastRound = linkUp && drain != null && drain.elements() == spool.entries() && now - retryAt >= 0;
        // Events that wait for the last round go directly after it; else a steady flow would never leave the spool.
        if (now - spoolAt >= 0 && (!lastRound || backlog.pressing())) {
            writer.write();
            spoolAt = now + settings.spool().linger().toNanos();
        }
    }
}
