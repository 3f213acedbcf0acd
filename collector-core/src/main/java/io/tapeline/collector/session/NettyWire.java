package io.tapeline.collector.session;

import io.netty.channel.ChannelOption;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.time.ReceiveClock;
import java.net.URI;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.resources.ConnectionProvider;

/**
 * Connections over Reactor Netty. Frames are stamped and recorded on Netty's thread, then handed to the feed's scheduler
 * through a bounded queue; when that is full Netty stops reading and TCP slows the venue down. Nothing is dropped.
 */
final class NettyWire implements Wire {
    private final String feed;
    private final HttpClient client;
    private final Scheduler scheduler;
    private final ReceiveClock clock;
    private final FrameRecorder recorder;
    private final BinaryFrames binary;
    private final SessionSettings settings;

    NettyWire(
            String feed,
            Scheduler scheduler,
            ReceiveClock clock,
            FrameRecorder recorder,
            BinaryFrames binary,
            SessionSettings settings) {
        this.feed = feed;
        this.scheduler = scheduler;
        this.clock = clock;
        this.recorder = recorder;
        this.binary = binary;
        this.settings = settings;
        this.client = HttpClient.create(ConnectionProvider.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis());
    }

    @Override
    public Link open(String connection, URI address, int maxFrameBytes, Events events) {
        NettyLink link = new NettyLink(feed, connection, address, clock, recorder, binary);
        Flux<NettyLink.Signal> signals = Flux.defer(() -> connect(link, address, maxFrameBytes))
                .timeout(Mono.delay(settings.connectTimeout(), scheduler))
                .publishOn(scheduler, settings.queuedFrames());
        link.started(signals.subscribe(
                signal -> signal.tell(events),
                error -> events.ended(EndingReasons.of(error, address, maxFrameBytes)),
                () -> events.ended(EndingReasons.closed(link.closeStatus()))));
        return link;
    }

    private Flux<NettyLink.Signal> connect(NettyLink link, URI address, int maxFrameBytes) {
        return client.websocket(specification(maxFrameBytes))
                .uri(address)
                .handle((in, out) -> link.signals(in, maxFrameBytes));
    }

    /** Pings are passed on so that they count as signs of life; {@link NettyLink} answers them. */
    private static WebsocketClientSpec specification(int maxFrameBytes) {
        return WebsocketClientSpec.builder()
                .handlePing(true)
                .maxFramePayloadLength(maxFrameBytes)
                .build();
    }
}
