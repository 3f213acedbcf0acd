package io.tapeline.collector.feed;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.session.SessionListener;
import io.tapeline.collector.session.SessionPool;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Answers REST calls by a function of their path and remembers what was asked of the sessions. */
final class FakeTransport implements FeedTransport, SessionPool {
    final List<String> requests = new ArrayList<>();
    final List<VenueStream> subscribed = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Function<String, RestResult> rest = path -> failed(RestResult.Reason.UNAVAILABLE);
    SessionListener listener;

    static RestResult failed(RestResult.Reason reason) {
        return new RestResult.Failed(reason, "no answer");
    }

    static RestResult answered(Decoded... decoded) {
        return new RestResult.Answered(
                new RawFrame("toy-futures", RawFrame.Transport.REST, null, null, 1, new byte[0]), List.of(decoded));
    }

    @Override
    public SessionPool sessions(
            Venue venue, InstrumentLookup instruments, SessionListener sessionListener, Scheduler scheduler) {
        listener = sessionListener;
        return this;
    }

    @Override
    public RestGateway rest(Venue venue, Scheduler scheduler) {
        return (call, instruments) -> Mono.fromSupplier(() -> {
            String path = call.uri().getPath();
            requests.add(path);
            return rest.apply(path);
        });
    }

    @Override
    public void subscribe(List<VenueStream> streams) {
        subscribed.clear();
        subscribed.addAll(streams);
    }

    @Override
    public void resubscribe(VenueStream stream) {
        asked.add("resubscribe " + stream.name());
    }

    @Override
    public void requestBook(VenueStream stream) {
        asked.add("book " + stream.name());
    }

    @Override
    public void pause(String reason) {
        asked.add("pause");
    }

    @Override
    public void resume() {
        asked.add("resume");
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
