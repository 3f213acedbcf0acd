package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.instrument.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Says in what state a feed, its connections, streams and books are, each change once. Not for use by several threads. */
final class Statuses {
    private record Scope(
            InstrumentId instrument,
            @Nullable String connection,
            @Nullable Kind stream) {}

    private final Venue venue;
    private final Consumer<MarketEvent> output;
    private final LongSupplier now;
    private final Map<Scope, FeedState> states = new HashMap<>();

    Statuses(Venue venue, Consumer<MarketEvent> output, LongSupplier now) {
        this.venue = venue;
        this.output = output;
        this.now = now;
    }

    /** The feed as a whole. */
    void feed(FeedState state, @Nullable String reason) {
        say(new Scope(wholeFeed(), null, null), state, reason);
    }

    void connection(String connection, FeedState state, @Nullable String reason) {
        Scope scope = new Scope(wholeFeed(), connection, null);
        say(scope, state, reason);
        if (state == FeedState.OFF || state == FeedState.DOWN) {
            // No connection has the name of one that ended.
            states.remove(scope);
        }
    }

    void stream(InstrumentId instrument, @Nullable Kind stream, FeedState state, @Nullable String reason) {
        say(new Scope(instrument, null, stream), state, reason);
    }

    /** An instrument is not collected any more; said of it is that it is off. */
    void forget(InstrumentId instrument, String reason) {
        stream(instrument, null, FeedState.OFF, reason);
        states.keySet().removeIf(scope -> scope.connection == null && scope.instrument.equals(instrument));
    }

    /** The state a stream was last said to be in. */
    @Nullable
    FeedState of(InstrumentId instrument, @Nullable Kind stream) {
        return states.get(new Scope(instrument, null, stream));
    }

    @Nullable
    FeedState ofFeed() {
        return states.get(new Scope(wholeFeed(), null, null));
    }

    private InstrumentId wholeFeed() {
        return InstrumentId.wholeFeed(venue.exchange(), venue.primaryMarket());
    }

    private void say(Scope scope, FeedState state, @Nullable String reason) {
        if (states.put(scope, state) != state) {
            long time = now.getAsLong();
            output.accept(new FeedStatus(
                    new Header(scope.instrument, time, TimeSource.RECEIVE, time, Origin.LIVE, 0),
                    venue.feed(),
                    state,
                    reason,
                    scope.connection,
                    scope.stream));
        }
    }
}
