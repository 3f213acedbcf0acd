package io.tapeline.collector.session;

import io.tapeline.collector.frame.FrameMark;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the streams of a connection and waits for the venue's answers. A request that is not answered is sent once
 * more, then the connection is given up. A refused request for several streams is halved until the stream that is at
 * fault stands alone, so that the others go on. A book that is refused is asked for again after a pause. Where a request
 * replaces all before it there is neither: an older one sent again would undo a newer one.
 */
final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    /** Before a book that was refused is asked for again. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Connection connection;
    private final SessionContext context;
    private final Watches watches;
    private final Outbox outbox;
    private final Requests requests = new Requests();
    private final VenueSubscriptions dialect;
    private final Duration answerWithin;
    private boolean welcome;
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

    /** Says what is said on a fresh connection, and subscribes once all of it is answered. */
    void open() {
        List<SubscribeRequest> opening = dialect.opening(this::nextId);
        opening.forEach(request -> post(requests.add(request, Requests.Purpose.OPENING)));
        welcomed();
    }

    private void welcomed() {
        if (!welcome && !requests.awaits(Requests.Purpose.OPENING)) {
            welcome = true;
            subscribe(connection.streams());
        }
    }

    void subscribe(List<VenueStream> streams) {
        if (welcome && !streams.isEmpty()) {
            dialect.subscribe(dialect.replaces() ? connection.streams() : streams, this::nextId)
                    .forEach(request -> post(requests.add(request, Requests.Purpose.SUBSCRIBE)));
        }
    }

    void unsubscribe(List<VenueStream> streams) {
        if (dialect.replaces()) {
            streams.forEach(watches::remove);
            subscribe(connection.streams());
        } else if (!streams.isEmpty()) {
            dialect.unsubscribe(streams, this::nextId)
                    .forEach(request -> post(requests.add(request, Requests.Purpose.UNSUBSCRIBE)));
        }
    }

    /** Asks for the book that a stream changes. */
    void requestBook(VenueStream stream) {
        dialect.book(stream, this::nextId).ifPresent(request -> post(requests.add(request, Requests.Purpose.BOOK)));
    }

    /** Asks for streams anew, but for those for which that is about to happen anyway. */
    void resubscribe(List<VenueStream> streams) {
        List<VenueStream> asked = streams.stream().filter(this::takesAsked).toList();
        if (!dialect.replaces()) {
            unsubscribe(asked);
        }
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
        String text = pending.request().text();
        if (text.isEmpty()) {
            sent(pending);
        } else {
            outbox.normal(text, () -> sent(pending));
        }
    }

    private void sent(Requests.Pending pending) {
        long now = context.time().nanos();
        pending.sent(now);
        if (pending.purpose() == Requests.Purpose.SUBSCRIBE) {
            each(pending.request().streams(), watch -> watch.asked(now));
            connection.mark(FrameMark.Event.SUBSCRIBE, names(pending.request()));
        }
        boolean unanswered =
                answerWithin.isZero() || pending.request().streams().isEmpty();
        if (unanswered && pending.purpose() != Requests.Purpose.OPENING) {
            acknowledged(pending.request().id());
        }
    }

    void acknowledged(String id) {
        Requests.Pending pending = requests.answered(id);
        if (pending != null) {
            switch (pending.purpose()) {
                case OPENING -> welcomed();
                case SUBSCRIBE -> accept(pending.unanswered());
                case UNSUBSCRIBE, BOOK -> {}
            }
        }
    }

    /** Streams were accepted one by one; those of a request that it does not name are refused. */
    void accepted(@Nullable String requestId, Set<String> names) {
        if (requestId == null) {
            names.forEach(name -> {
                Requests.Answered answered = requests.answeredStream(name);
                if (answered != null && answered.purpose() == Requests.Purpose.SUBSCRIBE) {
                    accept(List.of(answered.stream()));
                }
            });
            return;
        }
        Requests.Pending pending = requests.answered(requestId);
        if (pending != null && pending.purpose() == Requests.Purpose.OPENING) {
            welcomed();
        } else if (pending != null && pending.purpose() == Requests.Purpose.SUBSCRIBE) {
            accept(pending.unanswered().stream()
                    .filter(stream -> names.contains(stream.name()))
                    .toList());
            pending.unanswered().stream()
                    .filter(stream -> !names.contains(stream.name()))
                    .forEach(stream -> refused(stream, "not among what was accepted"));
        }
    }

    /** One stream was refused. */
    void rejectedStream(String name, String reason) {
        Requests.Answered answered = requests.answeredStream(name);
        if (answered == null) {
            complaint(reason);
        } else if (answered.purpose() == Requests.Purpose.SUBSCRIBE) {
            refused(answered.stream(), reason);
        }
    }

    private void accept(List<VenueStream> asked) {
        List<VenueStream> streams =
                asked.stream().filter(stream -> watches.of(stream) != null).toList();
        each(streams, StreamWatch::accept);
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
            return;
        }
        switch (pending.purpose()) {
            case OPENING -> connection.fail("login refused: " + reason);
            case SUBSCRIBE -> rejected(pending.unanswered(), reason);
            case UNSUBSCRIBE -> {}
            case BOOK -> {
                complaint(reason);
                context.later(PAUSE, () -> pending.unanswered().forEach(this::requestBookAgain));
            }
        }
    }

    private void requestBookAgain(VenueStream stream) {
        if (connection.isOpen() && watches.of(stream) != null) {
            requestBook(stream);
        }
    }

    private void rejected(List<VenueStream> asked, String reason) {
        List<VenueStream> streams =
                asked.stream().filter(stream -> watches.of(stream) != null).toList();
        int half = streams.size() / 2;
        if (dialect.replaces()) {
            connection.fail("subscription refused: " + reason);
        } else if (half > 0) {
            subscribe(streams.subList(0, half));
            subscribe(streams.subList(half, streams.size()));
        } else if (!streams.isEmpty()) {
            refused(streams.getFirst(), reason);
        }
    }

    private void refused(VenueStream stream, String reason) {
        if (watches.of(stream) == null) {
            return;
        }
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
        boolean said = !request.text().isEmpty();
        if (late.purpose() == Requests.Purpose.UNSUBSCRIBE) {
            requests.answered(request.id());
        } else if (late.purpose() == Requests.Purpose.SUBSCRIBE && delivers(late.unanswered())) {
            acknowledged(request.id());
        } else if (said && late.sendings() == 1 && !dialect.replaces()) {
            late.toBeSentAgain();
            post(late);
        } else {
            connection.fail(what(late.purpose()) + " not acknowledged within " + Connection.seconds(answerWithin)
                    + (late.sendings() > 1 ? ", twice" : ""));
        }
    }

    private static String what(Requests.Purpose purpose) {
        return switch (purpose) {
            case OPENING -> "opening";
            case SUBSCRIBE, UNSUBSCRIBE -> "subscription";
            case BOOK -> "request for a book";
        };
    }

    /** Data is an answer too. */
    private boolean delivers(List<VenueStream> streams) {
        return streams.stream().map(watches::of).allMatch(watch -> watch == null || watch.delivered());
    }

    private void each(List<VenueStream> streams, java.util.function.Consumer<StreamWatch> action) {
        for (VenueStream stream : streams) {
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
