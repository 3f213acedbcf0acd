package io.tapeline.venue.htx;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Market;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** One message for each topic. The server pings on every socket, a client sends no heartbeat. */
final class HtxSwapSubscriptions implements VenueSubscriptions {
    private static final Set<Market> MARKETS = Set.of(Market.PERPETUAL, Market.FUTURE);

    private final HtxSettings settings;
    private final HtxSwapStreams streams;

    HtxSwapSubscriptions(HtxSettings settings) {
        this.settings = settings;
        this.streams = new HtxSwapStreams(settings);
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(instrument ->
                        instrument.live() && MARKETS.contains(instrument.id().market()))
                .flatMap(instrument -> streams.of(instrument, kinds).stream())
                .distinct()
                .toList();
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.swap().ws() + "/" + route);
    }

    @Override
    public FrameEncoding encoding() {
        return FrameEncoding.GZIP;
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return ControlMessages.chunked(wanted, 1, ids, (one, id) -> text("sub", one.getFirst(), id));
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return ControlMessages.chunked(unwanted, 1, ids, (one, id) -> text("unsub", one.getFirst(), id));
    }

    private static String text(String verb, VenueStream stream, long id) {
        String number = Long.toString(id);
        if (stream.route().equals(HtxSwapStreams.NOTIFICATION)) {
            return ControlMessages.json("op", verb, "cid", number, "topic", stream.name());
        }
        // Without data_type whole books come under the same name.
        return stream.name().endsWith(".high_freq")
                ? ControlMessages.json(verb, stream.name(), "data_type", "incremental", "id", number)
                : ControlMessages.json(verb, stream.name(), "id", number);
    }
}
