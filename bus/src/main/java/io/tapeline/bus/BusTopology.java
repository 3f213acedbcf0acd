package io.tapeline.bus;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Exchanges, queues and bindings. Everyone who publishes or consumes declares all of it first, so that no process has to
 * start before another; declaring again changes nothing.
 */
public final class BusTopology {
    /** Live and repaired events; anyone may bind. */
    public static final String EXCHANGE = "market_data";

    /** Backfilled and replayed events; for the writer alone. */
    public static final String HISTORY_EXCHANGE = "market_data.history";

    /** What the writer stores, live. */
    public static final String WRITER_QUEUE = "tapeline.writer";

    /** What the writer stores, history. */
    public static final String WRITER_HISTORY_QUEUE = "tapeline.writer.history";

    /** Messages and events that cannot be stored, with the reason in their headers. */
    public static final String DEAD_QUEUE = "tapeline.dead";

    private final BusProperties.Queues bounds;

    public BusTopology(BusProperties.Queues bounds) {
        this.bounds = bounds;
    }

    /** Declares everything. */
    public void declare(Channel channel) throws IOException {
        declareExchanges(channel);
        declareWriterQueue(channel, WRITER_QUEUE, EXCHANGE);
        declareWriterQueue(channel, WRITER_HISTORY_QUEUE, HISTORY_EXCHANGE);
        channel.queueDeclare(
                DEAD_QUEUE,
                true,
                false,
                false,
                Map.of(
                        "x-queue-type",
                        "quorum",
                        "x-delivery-limit",
                        -1,
                        "x-max-length-bytes",
                        bounds.deadMaxSize().toBytes(),
                        "x-overflow",
                        "drop-head"));
    }

    /** Declares the exchanges alone, for those who bind queues of their own. */
    public static void declareExchanges(Channel channel) throws IOException {
        channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(HISTORY_EXCHANGE, BuiltinExchangeType.TOPIC, true);
    }

    private void declareWriterQueue(Channel channel, String queue, String exchange) throws IOException {
        channel.queueDeclare(
                queue,
                true,
                false,
                false,
                Map.of(
                        "x-queue-type",
                        "quorum",
                        "x-delivery-limit",
                        -1,
                        "x-max-length-bytes",
                        bounds.writerMaxSize().toBytes(),
                        "x-overflow",
                        "reject-publish"));
        for (Kind kind : storedKinds().toList()) {
            channel.queueBind(queue, exchange, kind.wireName() + ".#");
        }
    }

    /** Kinds that the writer takes; the others are for whoever binds, and unroutable where nobody does. */
    static Stream<Kind> storedKinds() {
        return Stream.of(Kind.values()).filter(BusTopology::stored);
    }

    static boolean stored(Kind kind) {
        return kind != Kind.BOOK;
    }

    /** The exchange an event is published to. */
    static String exchange(MarketEvent event) {
        return switch (event.header().origin()) {
            case LIVE, REPAIR -> EXCHANGE;
            case BACKFILL, REPLAY -> HISTORY_EXCHANGE;
        };
    }
}
