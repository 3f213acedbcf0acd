package io.tapeline.collector.session;

import io.tapeline.collector.frame.FrameMark;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.UrlSecrets;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One life of one socket: subscribes, watches its streams, answers the venue. All on the feed's thread; what it cannot
 * mend itself it tells its owner.
 */
final class Connection implements Wire.Events {

    /** Who opens connections and learns what becomes of them. */
    interface Owner {
        void opened(Connection connection);

        /** Streams delivered for the first time, or subscriptions were accepted. */
        void progressed(Connection connection, List<VenueStream> delivering);

        /** The connection should be replaced without a break. */
        void renew(Connection connection, String reason);

        /** A stream stays silent although it was subscribed again. */
        void stubborn(Connection connection, VenueStream stream);

        void ended(Connection connection, Ending ending);
    }

    private enum State {
        OPENING,
        OPEN,
        CLOSED
    }

    private final String name;
    private final URI address;
    private final SessionContext context;
    private final Owner owner;
    private final VenueLimits limits;
    private final Watches watches = new Watches();
    private final Outbox outbox;
    private final Subscriber subscriber;
    private Wire.@Nullable Link link;
    private State state = State.OPENING;
    private long openedAt;
    private long activeAt;
    private long pingsSeen;

    Connection(String name, URI address, List<VenueStream> streams, SessionContext context, Owner owner) {
        this.name = name;
        this.address = address;
        this.context = context;
        this.owner = owner;
        this.limits = context.venue().limits();
        this.outbox = new Outbox(
                Outbox.pace(limits.messagesPerSecond(), context.settings().messageShare()), this::send, context::later);
        this.subscriber = new Subscriber(this, context, watches, outbox);
        streams.forEach(watches::add);
    }

    void open() {
        link = context.wire().open(name, address, limits.maxFrameBytes(), this);
    }

    String name() {
        return name;
    }

    Watches watches() {
        return watches;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it has lived long enough not to count as failing. */
    boolean stable() {
        return isOpen() && context.time().passed(openedAt, context.settings().stableAfter());
    }

    /** Whether every stream was accepted by the venue. */
    boolean accepted() {
        return isOpen() && watches.all().stream().allMatch(StreamWatch::accepted);
    }

    @Override
    public void opened() {
        if (state != State.OPENING) {
            return;
        }
        state = State.OPEN;
        openedAt = context.time().nanos();
        activeAt = openedAt;
        mark(FrameMark.Event.OPEN, null);
        owner.opened(this);
        subscriber.subscribe(streams());
        context.venue().subscriptions().heartbeat().ifPresent(this::beat);
    }

    private void beat(VenueSubscriptions.Heartbeat heartbeat) {
        context.later(heartbeat.interval(), () -> {
            if (isOpen()) {
                outbox.urgent(heartbeat.text());
                beat(heartbeat);
            }
        });
    }

    @Override
    public void frame(RawFrame frame) {
        if (state == State.CLOSED) {
            return;
        }
        activeAt = context.time().nanos();
        context.metrics().frames.increment();
        context.metrics().bytes.increment(frame.body().length);
        List<Decoded> decoded = context.decoder().decode(frame, context.instruments());
        List<VenueStream> first = new ArrayList<>(0);
        for (Decoded one : decoded) {
            take(one, first);
        }
        if (!first.isEmpty()) {
            context.tell(new SessionChange.Delivering(name, List.copyOf(first)));
            owner.progressed(this, first);
        }
        context.listener().onFrame(frame, decoded);
    }

    private void take(Decoded decoded, List<VenueStream> first) {
        switch (decoded) {
            case Decoded.Acknowledged(String id) -> subscriber.acknowledged(id);
            case Decoded.Rejected(String id, String reason) -> subscriber.rejected(id, reason);
            case Decoded.Reply(String text) -> outbox.urgent(text);
            case Decoded.Closing(String reason) -> owner.renew(this, reason);
            default ->
                watches.heard(decoded, watch -> {
                    if (watch.heard(context.time().nanos())) {
                        first.add(watch.stream());
                    }
                });
        }
    }

    /** Looks for what should have come and has not. */
    void tick() {
        if (state != State.OPEN) {
            return;
        }
        noticePings();
        if (context.time().passed(activeAt, limits.idleTimeout())) {
            fail("nothing received for " + seconds(limits.idleTimeout()));
            return;
        }
        subscriber.lookForOverdue();
        for (StreamWatch watch : List.copyOf(watches.all())) {
            if (isOpen() && watch.fallsSilent(context.time())) {
                silent(watch);
            }
        }
    }

    private void noticePings() {
        long pings = link == null ? 0 : link.pings();
        if (pings != pingsSeen) {
            pingsSeen = pings;
            activeAt = context.time().nanos();
        }
    }

    private void silent(StreamWatch watch) {
        VenueStream stream = watch.stream();
        context.metrics().silent.increment();
        context.tell(new SessionChange.Silent(name, List.of(stream), stream.silence()));
        subscriber.resubscribe(stream);
        if (watch.silences() == 2) {
            owner.stubborn(this, stream);
        }
    }

    void subscribe(List<VenueStream> streams) {
        streams.forEach(watches::add);
        if (isOpen()) {
            subscriber.subscribe(streams);
        }
    }

    void unsubscribe(List<VenueStream> streams) {
        if (isOpen()) {
            subscriber.unsubscribe(streams);
        }
        streams.forEach(watches::remove);
    }

    void resubscribe(VenueStream stream) {
        if (isOpen() && watches.of(stream) != null) {
            subscriber.resubscribe(stream);
        }
    }

    /** Ends it and tells the owner. */
    void fail(String reason) {
        ended(Ending.of(reason));
    }

    @Override
    public void ended(Ending ending) {
        if (state != State.CLOSED) {
            boolean wasStable = stable();
            close(ending.reason());
            owner.ended(this, wasStable ? ending.afterStableLife() : ending);
        }
    }

    /** Ends it without telling. */
    void close(String reason) {
        if (state == State.CLOSED) {
            return;
        }
        if (state == State.OPEN) {
            mark(FrameMark.Event.CLOSE, reason);
        }
        state = State.CLOSED;
        outbox.close();
        closeLink();
    }

    private void closeLink() {
        if (link != null) {
            link.close();
        }
    }

    private void send(String text) {
        if (link != null) {
            link.send(text);
        }
    }

    Owner owner() {
        return owner;
    }

    List<VenueStream> streams() {
        return watches.all().stream().map(StreamWatch::stream).toList();
    }

    void mark(FrameMark.Event event, @Nullable String detail) {
        context.recorder()
                .mark(new FrameMark(
                        context.venue().feed(),
                        event,
                        name,
                        UrlSecrets.cut(address),
                        context.clock().micros(),
                        detail));
    }

    static String seconds(java.time.Duration duration) {
        return java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString() + " s";
    }
}
