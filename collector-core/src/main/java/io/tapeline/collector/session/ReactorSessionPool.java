package io.tapeline.collector.session;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.frame.GuardedDecoder;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.scheduler.Scheduler;

/**
 * The connections of a feed over Reactor Netty. Streams of a route fill connections up to the venue's limit. Everything
 * but the network happens on the feed's scheduler, which must run one task at a time; all timers are its own.
 */
public final class ReactorSessionPool implements SessionPool {
    private final SessionContext context;
    private final Gate gate;
    private final EndpointBreakers breakers;
    private final List<Shard> shards = new ArrayList<>();
    private boolean paused;
    private boolean closed;
    private long lastName;

    /**
     * @param listener told of everything, on {@code feedScheduler}
     * @param feedScheduler single-threaded; the caller disposes of it after {@link #close}
     */
    public ReactorSessionPool(
            Venue venue,
            InstrumentLookup instruments,
            SessionListener listener,
            Scheduler feedScheduler,
            ReceiveClock clock,
            FrameRecorder recorder,
            MeterRegistry registry,
            SessionSettings settings) {
        this(
                venue,
                instruments,
                listener,
                feedScheduler,
                clock,
                recorder,
                registry,
                settings,
                new NettyWire(
                        venue.feed(),
                        feedScheduler,
                        clock,
                        recorder,
                        BinaryFrames.of(
                                venue.subscriptions().encoding(), venue.limits().maxFrameBytes()),
                        settings));
    }

    ReactorSessionPool(
            Venue venue,
            InstrumentLookup instruments,
            SessionListener listener,
            Scheduler feedScheduler,
            ReceiveClock clock,
            FrameRecorder recorder,
            MeterRegistry registry,
            SessionSettings settings,
            Wire wire) {
        this.context = new SessionContext(
                venue,
                instruments,
                listener,
                feedScheduler,
                clock,
                recorder,
                new GuardedDecoder(venue.feed(), venue.decoder()),
                new SessionMetrics(venue.feed(), registry),
                settings,
                wire,
                new WatchTime());
        this.gate = new Gate(context);
        this.breakers = new EndpointBreakers(settings);
        tickLater();
    }

    private void tickLater() {
        context.later(context.settings().tick(), this::tick);
    }

    private void tick() {
        if (!closed) {
            // Asked for first: nothing that goes wrong below may end the watch.
            tickLater();
            context.time().advance(context.settings().tick());
            List.copyOf(shards).forEach(Shard::tick);
            countConnections();
        }
    }

    private void countConnections() {
        context.metrics()
                .connections
                .set(shards.stream().mapToInt(Shard::connections).sum());
    }

    @Override
    public void subscribe(List<VenueStream> streams) {
        if (closed) {
            return;
        }
        Set<VenueStream> wanted = new LinkedHashSet<>(streams);
        context.metrics().streams.set(wanted.size());
        List.copyOf(shards).forEach(shard -> retain(shard, wanted));
        shards.forEach(shard -> wanted.removeAll(shard.streams()));
        Map<String, List<VenueStream>> added = wanted.stream()
                .collect(Collectors.groupingBy(VenueStream::route, LinkedHashMap::new, Collectors.toList()));
        added.forEach(this::place);
    }

    private void retain(Shard shard, Set<VenueStream> wanted) {
        List<VenueStream> gone =
                shard.streams().stream().filter(s -> !wanted.contains(s)).toList();
        if (gone.size() == shard.streams().size()) {
            shards.remove(shard);
            shard.streams().clear();
            shard.halt("nothing is subscribed");
        } else if (!gone.isEmpty()) {
            shard.remove(gone);
        }
    }

    private void place(String route, List<VenueStream> added) {
        List<VenueStream> left = added;
        for (Shard shard : List.copyOf(shards)) {
            if (shard.route().equals(route)) {
                left = fill(shard, left);
            }
        }
        while (!left.isEmpty()) {
            Shard shard = new Shard(route, context, gate, breakers, this::nextName);
            shards.add(shard);
            left = fill(shard, left);
            if (!paused) {
                shard.start();
            }
        }
    }

    private static List<VenueStream> fill(Shard shard, List<VenueStream> streams) {
        int count = Math.min(Math.max(shard.room(), 0), streams.size());
        if (count > 0) {
            shard.add(List.copyOf(streams.subList(0, count)));
        }
        return streams.subList(count, streams.size());
    }

    private String nextName() {
        return "c" + ++lastName;
    }

    @Override
    public void resubscribe(VenueStream stream) {
        shardOf(stream).ifPresent(shard -> shard.resubscribe(stream));
    }

    @Override
    public void requestBook(VenueStream stream) {
        shardOf(stream).ifPresent(shard -> shard.requestBook(stream));
    }

    private Optional<Shard> shardOf(VenueStream stream) {
        return shards.stream().filter(shard -> shard.streams().contains(stream)).findFirst();
    }

    @Override
    public void pause(String reason) {
        if (!paused && !closed) {
            paused = true;
            gate.forget();
            List.copyOf(shards).forEach(shard -> shard.halt("paused: " + reason));
        }
    }

    @Override
    public void resume() {
        if (paused && !closed) {
            paused = false;
            List.copyOf(shards).forEach(Shard::start);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            gate.forget();
            List.copyOf(shards).forEach(shard -> shard.halt("the feed is being stopped"));
            shards.clear();
        }
    }
}
