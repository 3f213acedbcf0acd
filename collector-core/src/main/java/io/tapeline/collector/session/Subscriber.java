package io.tapeline.collector.session;

import io.tapeline.collector.frame.FrameMark;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the streams of a connection and waits for the venue's answers. A request that is not answered is sent once
 * more, then the connection is given up. A refused request for several streams is halved until the stream that is at
 * fault stands alone, so that the others go on.
 */
final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private final Connection connection;
    private final SessionContext context;
    private final Watches watches;
    private final Outbox outbox;
    private final Requests requests = new Requests();
    private final VenueSubscriptions dialect;
    private final Duration answerWithin;
    private boolean complained;
    private long lastId;

    Subscriber(Connection connection, SessionContext context, Watches watches, Outbox outbox) {
        this.connection = connection;
        this.context = context;
        this.watches = watches;
        this.outbox = outbox;
        this.dialect = context.venue().subscriptions();
        this.answerWithin = context.venue().limits().acknowledgementTimeout();
    }

    void subscribe(List<VenueStream> streams) {
        if (!streams.isEmpty()) {
            dialect.subscribe(streams, this::nextId)
                    .forEach(request -> post(requests.add(request, Requests.Purpose.SUBSCRIBE)));
        }
    }

    void unsubscribe(List<VenueStream> streams) {
        if (!streams.isEmpty()) {
            dialect.unsubscribe(streams, this::nextId)
                    .forEach(request -> post(requests.add(request, Requests.Purpose.UNSUBSCRIBE)));
        }
    }

    /** Asks for streams anew, but for those for which that is about to happen anyway. */
    void resubscribe(List<VenueStream> streams) {
        List<VenueStream> asked = streams.stream().filter(this::takesAsked).toList();
        unsubscribe(asked);
        subscribe(asked);
    }

    private boolean takesAsked(VenueStream stream) {
        StreamWatch watch = watches.of(stream);
        if (watch == null || !watch.asked()) {
            return false;
        }
        watch.willBeAskedAgain();
        return true;
    }

    private long nextId() {
        return ++lastId;
    }

    private void post(Requests.Pending pending) {
        outbox.normal(pending.request().text(), () -> sent(pending));
    }

    private void sent(Requests.Pending pending) {
        long now = context.time().nanos();
        pending.sent(now);
        if (pending.purpose() == Requests.Purpose.SUBSCRIBE) {
            each(pending.request(), watch -> watch.asked(now));
            connection.mark(FrameMark.Event.SUBSCRIBE, names(pending.request()));
        }
        if (answerWithin.isZero()) {
            acknowledged(pending.request().id());
        }
    }

    void acknowledged(String id) {
        Requests.Pending pending = requests.answered(id);
        if (pending != null && pending.purpose() == Requests.Purpose.SUBSCRIBE) {
            accept(pending.request());
        }
    }

    private void accept(SubscribeRequest request) {
        List<VenueStream> streams =
                request.streams().stream().filter(s -> watches.of(s) != null).toList();
        each(request, StreamWatch::accept);
        if (!streams.isEmpty()) {
            context.tell(new SessionChange.Subscribed(connection.name(), streams));
            connection.owner().progressed(connection, List.of());
        }
    }

    /** A refusal that names no request means the oldest that waits: venues answer in order. */
    void rejected(@Nullable String id, String reason) {
        Requests.Pending pending = id == null ? requests.oldestAnswered() : requests.answered(id);
        if (pending == null) {
            complaint(reason);
        } else if (pending.purpose() == Requests.Purpose.SUBSCRIBE) {
            rejected(pending.request(), reason);
        }
    }

    private void rejected(SubscribeRequest request, String reason) {
        List<VenueStream> streams =
                request.streams().stream().filter(s -> watches.of(s) != null).toList();
        int half = streams.size() / 2;
        if (half > 0) {
            subscribe(streams.subList(0, half));
            subscribe(streams.subList(half, streams.size()));
        } else if (!streams.isEmpty()) {
            refused(streams.getFirst(), reason);
        }
    }

    private void refused(VenueStream stream, String reason) {
        watches.remove(stream);
        context.metrics().refused.increment();
        LOG.debug("{} {}: {} refused: {}", context.venue().feed(), connection.name(), stream.name(), reason);
        context.tell(new SessionChange.Refused(connection.name(), List.of(stream), reason));
        connection.owner().progressed(connection, List.of());
    }

    private void complaint(String reason) {
        context.metrics().complaints.increment();
        if (!complained) {
            complained = true;
            LOG.warn(
                    "{} {}: the venue complains: {} (further ones are counted only)",
                    context.venue().feed(),
                    connection.name(),
                    reason);
        }
    }

    void lookForOverdue() {
        for (Requests.Pending late : requests.overdue(context.time(), answerWithin)) {
            if (!connection.isOpen()) {
                return;
            }
            overdue(late);
        }
    }

    private void overdue(Requests.Pending late) {
        SubscribeRequest request = late.request();
        if (late.purpose() == Requests.Purpose.UNSUBSCRIBE) {
            requests.answered(request.id());
        } else if (delivers(request)) {
            acknowledged(request.id());
        } else if (late.sendings() == 1) {
            late.toBeSentAgain();
            post(late);
        } else {
            connection.fail("subscription not acknowledged within " + Connection.seconds(answerWithin) + ", twice");
        }
    }

    /** Data is an answer too. */
    private boolean delivers(SubscribeRequest request) {
        return request.streams().stream().map(watches::of).allMatch(watch -> watch == null || watch.delivered());
    }

    private void each(SubscribeRequest request, java.util.function.Consumer<StreamWatch> action) {
        for (VenueStream stream : request.streams()) {
            StreamWatch watch = watches.of(stream);
            if (watch != null) {
                action.accept(watch);
            }
        }
    }

    private static String names(SubscribeRequest request) {
        return request.streams().stream().map(VenueStream::name).collect(Collectors.joining(","));
    }
}
