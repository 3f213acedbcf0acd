package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.ControlMessages;
import io.tapeline.collector.venue.SubscribeRequest;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One message names one channel and many products: {@code {"type":"subscribe","product_ids":[..],"channel":"level2"}}. The
 * answer carries no id but lists everything that the connection is subscribed to. Without the channel of heartbeats a
 * quiet connection is cut after a minute or so, so it is asked for first.
 */
record CoinbaseSubscriptions(CoinbaseFuturesSettings settings) implements VenueSubscriptions {
    /** What the answer that names the heartbeats answers. */
    static final String HEARTBEATS = "heartbeats";

    private static final int PRODUCTS = 50;

    /** Contracts stand still for hours when the exchange is closed, which is no fault. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(10);

    private static final Duration TRADE_SILENCE = Duration.ofHours(1);

    private record Channel(String name, Kind kind, Duration silence) {}

    private static final List<Channel> CHANNELS = List.of(
            new Channel("market_trades", Kind.TRADE, TRADE_SILENCE),
            new Channel("level2", Kind.BOOK, BOOK_SILENCE),
            new Channel("ticker", Kind.QUOTE, TRADE_SILENCE));

    /** The name of a stream. */
    static String name(String channel, String product) {
        return channel + ":" + product;
    }

    static String channel(VenueStream stream) {
        return stream.name().substring(0, stream.name().indexOf(':'));
    }

    @Override
    public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
        return CHANNELS.stream()
                .filter(channel -> kinds.contains(channel.kind()))
                .flatMap(channel ->
                        instruments.stream().filter(Instrument::live).map(instrument -> stream(channel, instrument)))
                .distinct()
                .toList();
    }

    private static VenueStream stream(Channel channel, Instrument instrument) {
        return new VenueStream(
                name(channel.name(), instrument.symbol()),
                "advanced",
                instrument.id(),
                Set.of(channel.kind()),
                channel.silence());
    }

    @Override
    public URI endpoint(String route) {
        return URI.create(settings.ws());
    }

    @Override
    public List<SubscribeRequest> opening(Supplier<Long> ids) {
        return List.of(new SubscribeRequest(
                HEARTBEATS, ControlMessages.json("type", "subscribe", "channel", HEARTBEATS), List.of()));
    }

    @Override
    public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests("subscribe", streams, ids);
    }

    @Override
    public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
        return requests("unsubscribe", streams, ids);
    }

    private static List<SubscribeRequest> requests(String type, List<VenueStream> streams, Supplier<Long> ids) {
        return ControlMessages.chunkedAlike(
                streams, CoinbaseSubscriptions::channel, PRODUCTS, ids, (chunk, id) -> text(type, chunk));
    }

    private static String text(String type, List<VenueStream> chunk) {
        return ControlMessages.json(
                "type",
                type,
                "product_ids",
                chunk.stream().map(stream -> stream.instrument().symbol()).toList(),
                "channel",
                channel(chunk.getFirst()));
    }
}
