package io.tapeline.collector.feed;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.session.SessionChange;
import io.tapeline.collector.session.SessionListener;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what happens on connections into states and interruptions of streams. Lives on the feed's scheduler.
 */
final class Connections implements SessionListener {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private final String feed;
    private final FeedPipeline pipeline;
    private final Consumer<RawFrame> onFrame;
    private final LongSupplier now;
    private final Map<String, Long> lastFrames = new HashMap<>();
    private final Map<String, FeedState> states = new HashMap<>();
    /** Streams that no connection carries or is about to carry. */
    private final Set<VenueStream> missing = new HashSet<>();

    private boolean stopping;

    Connections(String feed, FeedPipeline pipeline, Consumer<RawFrame> onFrame, LongSupplier now) {
        this.feed = feed;
        this.pipeline = pipeline;
        this.onFrame = onFrame;
        this.now = now;
    }

    @Override
    public void onFrame(RawFrame frame, List<Decoded> decoded) {
        if (frame.connection() != null) {
            lastFrames.put(frame.connection(), frame.received());
        }
        onFrame.accept(frame);
        pipeline.onFrame(frame, decoded);
    }

    @Override
    public void onChange(SessionChange change) {
        switch (change) {
            case SessionChange.Connecting c -> connecting(c);
            // An acknowledgement proves little, but a stream that may be silent for ever gives no other sign.
            case SessionChange.Subscribed s -> subscribed(s);
            case SessionChange.Delivering d -> delivering(d);
            case SessionChange.Silent s -> silent(s);
            case SessionChange.Refused r -> refused(r);
            case SessionChange.Disconnected d -> {
                if (!stopping && !d.streams().isEmpty()) {
                    log.warn("{} {} lost: {}", feed, d.connection(), d.reason());
                }
                state(d, FeedState.DOWN, d.reason());
                interrupt(d, "disconnect");
            }
            case SessionChange.Replaced r -> {
                log.info("{} {} replaced by {}", feed, r.connection(), r.successor());
                pipeline.statuses().connection(r.connection(), FeedState.OFF, "replaced by " + r.successor());
                states.putIfAbsent(r.successor(), FeedState.LIVE);
                replaced(r);
                gone(r.connection());
            }
            case SessionChange.SwitchedOff o -> {
                String reason = o.reason() + ", next try in " + o.retryAfter().toSeconds() + " s";
                log.warn("{} {} switched off: {}", feed, o.connection(), reason);
                pipeline.statuses().connection(o.connection(), FeedState.OFF, reason);
                interrupt(o, "disconnect");
            }
        }
    }

    /** Connections that end from now on do so on purpose. */
    void stopping() {
        stopping = true;
    }

    /** Streams that are not wanted any more are not missed either. */
    void wanted(Collection<VenueStream> streams) {
        missing.retainAll(streams);
    }

    private void connecting(SessionChange.Connecting change) {
        change.streams().forEach(missing::remove);
        state(change, FeedState.CONNECTING, null);
    }

    private void subscribed(SessionChange.Subscribed change) {
        List<VenueStream> quiet =
                change.streams().stream().filter(VenueStream::mayBeSilent).toList();
        quiet.forEach(this::mend);
        quiet.forEach(missing::remove);
        if (quiet.size() == change.streams().size()) {
            state(change, FeedState.LIVE, null);
        }
    }

    private void delivering(SessionChange.Delivering change) {
        change.streams().forEach(missing::remove);
        if (states.get(change.connection()) != FeedState.LIVE) {
            log.info("{} {} live", feed, change.connection());
        }
        state(change, FeedState.LIVE, null);
        for (VenueStream stream : change.streams()) {
            stream.kinds().forEach(kind -> liveAgain(stream, kind));
            mend(stream);
        }
    }

    private void liveAgain(VenueStream stream, Kind kind) {
        FeedState before = pipeline.statuses().of(stream.instrument(), kind);
        if (before == FeedState.STALE || before == FeedState.DOWN) {
            pipeline.statuses().stream(stream.instrument(), kind, FeedState.LIVE, null);
        }
    }

    private void silent(SessionChange.Silent change) {
        int others = change.streams().size() - 1;
        log.warn(
                "{} {} {}{} silent for {} s",
                feed,
                change.connection(),
                change.streams().getFirst().name(),
                others == 0 ? "" : " and " + others + " others",
                change.silence().toSeconds());
        for (VenueStream stream : change.streams()) {
            String reason = stream.name() + " silent for " + change.silence().toSeconds() + " s";
            for (Kind kind : stream.kinds()) {
                StreamKey key = new StreamKey(kind, stream.instrument());
                long last = pipeline.streams().of(key).lastReceived();
                long silentSince = now.getAsLong() - change.silence().toNanos() / 1_000;
                pipeline.streams().interrupt(key, last == 0 ? silentSince : last, "stale");
                pipeline.statuses().stream(stream.instrument(), kind, FeedState.STALE, reason);
            }
        }
    }

    private void refused(SessionChange.Refused change) {
        for (VenueStream stream : change.streams()) {
            log.warn("{} refuses {}: {}", feed, stream.name(), change.reason());
            missing.remove(stream);
            for (Kind kind : stream.kinds()) {
                pipeline.statuses().stream(stream.instrument(), kind, FeedState.DOWN, "refused: " + change.reason());
            }
        }
    }

    private void mend(VenueStream stream) {
        for (Kind kind : stream.kinds()) {
            // A book is whole again when it is in sync, not when its stream flows.
            if (kind != Kind.BOOK) {
                pipeline.streams().mendByTime(new StreamKey(kind, stream.instrument()), now.getAsLong());
            }
        }
    }

    private void interrupt(SessionChange change, String cause) {
        long last = lastFrames.getOrDefault(change.connection(), now.getAsLong());
        missing.addAll(change.streams());
        for (VenueStream stream : change.streams()) {
            for (Kind kind : stream.kinds()) {
                pipeline.streams().interrupt(new StreamKey(kind, stream.instrument()), last, cause);
            }
            if (stream.kinds().contains(Kind.BOOK)) {
                pipeline.books().ifPresent(books -> books.onDisconnect(stream.instrument()));
            }
        }
        gone(change.connection());
    }

    private void gone(String connection) {
        lastFrames.remove(connection);
        states.remove(connection);
        pipeline.forgetConnection(connection);
        summarise();
    }

    private void replaced(SessionChange.Replaced change) {
        change.streams().stream()
                .filter(stream -> stream.kinds().contains(Kind.BOOK))
                .forEach(stream -> pipeline.books().ifPresent(books -> books.onReplaced(stream.instrument())));
    }

    private void state(SessionChange change, FeedState state, @Nullable String reason) {
        if (change.streams().isEmpty()) {
            // A successor on trial: those that it may replace carry all streams.
            return;
        }
        states.put(change.connection(), state);
        pipeline.statuses().connection(change.connection(), state, reason);
        summarise();
    }

    /** The feed is live when every connection is and nothing is missing, and down when there is no connection. */
    private void summarise() {
        if (states.isEmpty()) {
            pipeline.statuses().feed(FeedState.DOWN, "no connection");
        } else if (missing.isEmpty() && states.values().stream().allMatch(state -> state == FeedState.LIVE)) {
            pipeline.statuses().feed(FeedState.LIVE, null);
        } else {
            pipeline.statuses()
                    .feed(FeedState.CONNECTING, missing.isEmpty() ? null : missing.size() + " streams missing");
        }
    }
}
