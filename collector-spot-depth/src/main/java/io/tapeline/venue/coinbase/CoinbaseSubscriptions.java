package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A message names products and channels, {@code {"type":"subscribe","product_ids":[..],"channels":["matches","heartbeat"]}};
 * here one channel and the heartbeats of its products, which stay until the connection ends. The answer carries no id but
 * lists everything that the connection is subscribed to.
 */
record CoinbaseSubscriptions(String address, CoinbaseLogin login) implements VenueSubscriptions {
    static final String HEARTBEAT = "heartbeat";
    static final String BATCHED_BOOK = "level2_batch";

    /** Every change of a book, for those who sign in. */
    private static final String FULL_BOOK = "level2";

    private static final int PRODUCTS = 50;

    /** A subscription begins with the last trade, the last ticker, the whole book; then a quiet product may rest. */
    private static final Duration TRADE_SILENCE = Duration.ofMinutes(30);

    private static final Duration BOOK_SILENCE = Duration.ofMinutes(2);

    private record Channel(String name, Kind kind, Duration silence) {}

    private List<Channel> channels() {
        return List.of(
                new Channel("matches", Kind.TRADE, TRADE_SILENCE),
                new Channel(login.given() ? FULL_BOOK : BATCHED_BOOK, Kind.BOOK, BOOK_SILENCE),
                new Channel("ticker", Kind.QUOTE, TRADE_SILENCE));
    }

    /** The name of a stream. */
    static String name(String channel, String product) {
        return channel + ":" + product;
    }

    static String channel(VenueStream stream) {
        return stream.name().substring(0, stream.name().indexOf(':'));
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return channels().stream()
                .filter(channel -> kinds.contains(channel.kind()))
                .flatMap(channel ->
                        instruments.stream().filter(Instrument::live).map(instrument -> stream(channel, instrument)))
                .distinct()
                .toList();
    }

    private static VenueStream stream(Channel channel, Instrument instrument) {
        return new VenueStream(
                name(channel.name(), instrument.symbol()),
                "feed",
                instrument.id(),
                Set.of(channel.kind()),
                channel.silence());
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(address);
    }

    /** Signs the connection in, where there is a key. */
    @Override
    public List<SubscribeRequest> opening(Supplier<Long> ids) {
        return login.given() ? List.of(new SubscribeRequest(HEARTBEAT, login.message(), List.of())) : List.of();
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests(streams, ids, channel -> List.of(channel, HEARTBEAT), "subscribe");
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests(streams, ids, List::of, "unsubscribe");
    }

    /** @param channels that a message about streams of one channel names */
    private static List<SubscribeRequest> requests(
            List<VenueStream> streams, Supplier<Long> ids, Function<String, List<String>> channels, String type) {
        List<SubscribeRequest> requests = new ArrayList<>();
        for (int from = 0; from < streams.size(); ) {
            String channel = channel(streams.get(from));
            int end = endOf(channel, streams, from);
            requests.addAll(ControlMessages.chunked(
                    streams.subList(from, end),
                    PRODUCTS,
                    ids,
                    (chunk, id) -> ControlMessages.json(
                            "type", type, "product_ids", products(chunk), "channels", channels.apply(channel))));
            from = end;
        }
        return requests;
    }

    private static int endOf(String channel, List<VenueStream> streams, int from) {
        int end = from;
        while (end < streams.size() && channel(streams.get(end)).equals(channel)) {
            end++;
        }
        return end;
    }

    private static List<String> products(List<VenueStream> streams) {
        return streams.stream().map(stream -> stream.instrument().symbol()).toList();
    }
}
