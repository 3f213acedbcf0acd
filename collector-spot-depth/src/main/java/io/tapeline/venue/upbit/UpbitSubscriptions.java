package io.tapeline.venue.upbit;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One request has everything of a connection and replaces the one before it:
 * {@code [{"ticket":"tapeline-1"},{"type":"trade","codes":["KRW-BTC",..]},..,{"format":"DEFAULT"}]}. The venue does not answer
 * it, and what it does not know it drops without a word: asked for its list under the same ticket, it says what it took.
 */
final class UpbitSubscriptions implements VenueSubscriptions {
    private static final String PATH = "/websocket/v1";

    /** The venue closes a connection on which nothing is said for a minute; it answers this. */
    private static final Heartbeat PING = new Heartbeat("", Duration.ofSeconds(20));

    private final UpbitSettings settings;
    private final UpbitStreams streams;

    UpbitSubscriptions(UpbitSettings settings) {
        this.settings = settings;
        this.streams = new UpbitStreams(settings.candleIntervals());
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return instruments.stream()
                .filter(Instrument::live)
                .flatMap(instrument -> streams.of(instrument, kinds).stream())
                .toList();
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws() + PATH);
    }

    @Override
    public FrameEncoding encoding() {
        return FrameEncoding.BINARY;
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> all, Supplier<Long> ids) {
        String ticket = ticket(ids);
        return List.of(
                new SubscribeRequest(ticket, request(ticket, all), all),
                new SubscribeRequest(ticket(ids), list(ticket), List.of()));
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> unwanted, Supplier<Long> ids) {
        return List.of();
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return Optional.of(PING);
    }

    private static String ticket(Supplier<Long> ids) {
        return "tapeline-" + ids.get();
    }

    private String request(String ticket, List<VenueStream> all) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        all.forEach(stream -> codes.computeIfAbsent(UpbitNames.type(stream.name()), type -> new ArrayList<>())
                .add(UpbitNames.code(stream.name())));
        List<Object> parts = new ArrayList<>();
        parts.add(ControlMessages.object("ticket", ticket));
        codes.forEach((type, of) -> parts.add(ControlMessages.object("type", type, "codes", of)));
        parts.add(ControlMessages.object("format", settings.format().name()));
        return ControlMessages.array(parts);
    }

    private static String list(String ticket) {
        return ControlMessages.array(List.of(
                ControlMessages.object("ticket", ticket), ControlMessages.object("method", UpbitMessages.LIST)));
    }
}
