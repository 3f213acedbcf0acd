package io.tapeline.collector.session;

import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests whose answer is awaited. */
final class Requests {

    /** What a request asks for. */
    enum Purpose {
        /** What is said before anything is subscribed. */
        OPENING,
        SUBSCRIBE,
        UNSUBSCRIBE,
        /** A whole book. */
        BOOK
    }

    /** A request on its way. */
    static final class Pending {
        private final SubscribeRequest request;
        private final Purpose purpose;
        private final List<VenueStream> unanswered;
        private int sendings;
        private long sentAt = -1;

        private Pending(SubscribeRequest request, Purpose purpose) {
            this.request = request;
            this.purpose = purpose;
            this.unanswered = new ArrayList<>(request.streams());
        }

        SubscribeRequest request() {
            return request;
        }

        Purpose purpose() {
            return purpose;
        }

        /** Its streams but for those that had an answer of their own. */
        List<VenueStream> unanswered() {
            return List.copyOf(unanswered);
        }

        int sendings() {
            return sendings;
        }

        void sent(long now) {
            sentAt = now;
            sendings++;
        }

        void toBeSentAgain() {
            sentAt = -1;
        }
    }

    private final Map<String, Pending> pending = new LinkedHashMap<>();

    Pending add(SubscribeRequest request, Purpose purpose) {
        Pending added = new Pending(request, purpose);
        pending.put(request.id(), added);
        return added;
    }

    /** The request with that id, which is then no longer awaited; null when none is. */
    @Nullable
    Pending answered(String id) {
        return pending.remove(id);
    }

    /** A stream that had an answer of its own, and what was asked of it. */
    record Answered(VenueStream stream, Purpose purpose) {}

    /** The stream of that name in the request that waits longest for it; null when none does. */
    @Nullable
    Answered answeredStream(String name) {
        for (Pending one : pending.values()) {
            for (VenueStream stream : one.unanswered) {
                if (stream.name().equals(name)) {
                    one.unanswered.remove(stream);
                    if (one.unanswered.isEmpty()) {
                        pending.remove(one.request.id());
                    }
                    return new Answered(stream, one.purpose);
                }
            }
        }
        return null;
    }

    boolean awaits(Purpose purpose) {
        return pending.values().stream().anyMatch(one -> one.purpose == purpose);
    }

    /** The request that waits longest for its answer, which is then no longer awaited; null when none was sent. */
    @Nullable
    Pending oldestAnswered() {
        for (Pending one : pending.values()) {
            if (one.sentAt >= 0) {
                return answered(one.request.id());
            }
        }
        return null;
    }

    /** Requests sent that long ago or longer. */
    List<Pending> overdue(WatchTime time, Duration timeout) {
        List<Pending> overdue = new ArrayList<>();
        for (Pending one : pending.values()) {
            if (one.sentAt >= 0 && time.passed(one.sentAt, timeout)) {
                overdue.add(one);
            }
        }
        return overdue;
    }
}
