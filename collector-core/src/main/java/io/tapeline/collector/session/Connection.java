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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

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
    private final Watches watches;
    private final Outbox outbox;
    private final Subscriber subscriber;
    private final Disposable.Swap nextBeat = Disposables.swap();
    private final Disposable.Swap lifetime = Disposables.swap();
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
        this.watches =
                new Watches(context.venue().subscriptions().beginsWithin().orElse(null));
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

    URI address() {
        return address;
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
        subscriber.open();
        context.venue().subscriptions().heartbeat().ifPresent(this::beat);
    }

    private void beat(VenueSubscriptions.Heartbeat heartbeat) {
        nextBeat.update(context.later(heartbeat.interval(), () -> {
            outbox.urgent(heartbeat.text());
            beat(heartbeat);
        }));
    }

    /** Disposes of it when the connection ends: a timer of a day would keep a dead connection in memory. */
    void whileOpen(Disposable timer) {
        lifetime.update(timer);
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
        context.tell(frame, decoded);
    }

    private void take(Decoded decoded, List<VenueStream> first) {
        switch (decoded) {
            case Decoded.Acknowledged(String id) -> subscriber.acknowledged(id);
            case Decoded.Accepted(String id, Set<String> names) -> subscriber.accepted(id, names);
            case Decoded.RejectedStream(String stream, String reason) -> subscriber.rejectedStream(stream, reason);
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
        if (isOpen()) {
            subscriber.resubscribe(streams(watch -> watch.wantsProof(context.time())));
        }
        List<StreamWatch> silent = watches.all().stream()
                .filter(watch -> watch.fallsSilent(context.time()))
                .toList();
        if (isOpen() && !silent.isEmpty()) {
            silent(silent);
        }
    }

    private void noticePings() {
        long pings = link == null ? 0 : link.pings();
        if (pings != pingsSeen) {
            pingsSeen = pings;
            activeAt = context.time().nanos();
        }
    }

    /** Together, so that many silent streams cost few messages. */
    private void silent(List<StreamWatch> silent) {
        context.metrics().silent.increment(silent.size());
        silent.stream()
                .map(StreamWatch::stream)
                .collect(Collectors.groupingBy(VenueStream::silence, LinkedHashMap::new, Collectors.toList()))
                .forEach((silence, streams) -> context.tell(new SessionChange.Silent(name, streams, silence)));
        subscriber.resubscribe(silent.stream().map(StreamWatch::stream).toList());
        silent.stream().filter(watch -> watch.silences() == 2).forEach(watch -> owner.stubborn(this, watch.stream()));
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
        if (isOpen()) {
            subscriber.resubscribe(List.of(stream));
        }
    }

    void requestBook(VenueStream stream) {
        if (isOpen()) {
            subscriber.requestBook(stream);
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
        nextBeat.dispose();
        lifetime.dispose();
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
        return streams(watch -> true);
    }

    private List<VenueStream> streams(Predicate<StreamWatch> wanted) {
        return watches.all().stream().filter(wanted).map(StreamWatch::stream).toList();
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
