package io.tapeline.collector.testing;

import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At most {@value #PER_REQUEST} streams in a request. */
record ScriptedSubscriptions(
        URI root,
        Optional<VenueSubscriptions.Heartbeat> heartbeat,
        List<String> openings,
        FrameEncoding encoding,
        List<URI> mirrors,
        boolean replaces)
        implements VenueSubscriptions {
    static final int PER_REQUEST = 4;

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream().map(i -> ScriptedVenue.stream(i.symbol())).toList();
    }

    @Override
    public URI endpoint(String route) {
        return root.resolve("/" + route);
    }

    @Override
    public List<URI> endpoints(String route) {
        return Stream.concat(Stream.of(endpoint(route)), mirrors.stream().map(host -> host.resolve("/" + route)))
                .toList();
    }

    @Override
    public List<SubscribeRequest> opening(Supplier<Long> ids) {
        return openings.stream()
                .map(text -> new SubscribeRequest(Long.toString(ids.get()), text, List.of()))
                .toList();
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests("sub", streams, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests("unsub", streams, ids);
    }

    @Override
    public Optional<SubscribeRequest> book(VenueStream stream, Supplier<Long> ids) {
        return Optional.of(requests("book", List.of(stream), ids).getFirst());
    }

    private static List<SubscribeRequest> requests(String op, List<VenueStream> streams, Supplier<Long> ids) {
        List<SubscribeRequest> requests = new ArrayList<>();
        for (int i = 0; i < streams.size(); i += PER_REQUEST) {
            List<VenueStream> part = List.copyOf(streams.subList(i, Math.min(i + PER_REQUEST, streams.size())));
            long id = ids.get();
            String names = part.stream().map(s -> '"' + s.name() + '"').collect(Collectors.joining(","));
            requests.add(new SubscribeRequest(
                    Long.toString(id), "{\"op\":\"" + op + "\",\"id\":" + id + ",\"streams\":[" + names + "]}", part));
        }
        return requests;
    }
}
