package io.tapeline.venue.binance;

import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Control messages, the same for every Binance host: {@code {"method":"SUBSCRIBE","params":[..],"id":1}} on a combined
 * connection, where each message names its stream. The server pings; a client sends no heartbeat.
 */
final class BinanceSubscriptions implements VenueSubscriptions {
    /** Streams in one message: the message rate is what is scarce, and longer ones have been seen refused. */
    private static final int CHUNK = 100;

    private final BinanceStreams streams;

    BinanceSubscriptions(BinanceStreams streams) {
        this.streams = streams;
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(Instrument::live)
                .flatMap(instrument -> streams.of(instrument, kinds).stream())
                .distinct()
                .toList();
    }

    @Override
    public URI endpoint(String route) {
        return streams.endpoint(route);
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> wanted, Supplier<Long> ids) {
        return requests("SUBSCRIBE", wanted, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return requests("UNSUBSCRIBE", unwanted, ids);
    }

    private static List<SubscribeRequest> requests(String method, List<VenueStream> all, Supplier<Long> ids) {
        List<SubscribeRequest> requests = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<VenueStream> chunk = List.copyOf(all.subList(from, Math.min(from + CHUNK, all.size())));
            long id = ids.get();
            requests.add(new SubscribeRequest(Long.toString(id), text(method, chunk, id), chunk));
        }
        return requests;
    }

    private static String text(String method, List<VenueStream> chunk, long id) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = BinanceDecoder.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("method", method);
            out.writeArrayPropertyStart("params");
            chunk.forEach(stream -> out.writeString(stream.name()));
            out.writeEndArray();
            out.writeNumberProperty("id", id);
            out.writeEndObject();
        }
        return text.toString();
    }
}
