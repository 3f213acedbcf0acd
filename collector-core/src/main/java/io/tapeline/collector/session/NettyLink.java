package io.tapeline.collector.session;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.CharsetUtil;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.UrlSecrets;
import io.tapeline.collector.time.ReceiveClock;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.http.websocket.WebsocketInbound;

/** A connection of {@link NettyWire}. */
final class NettyLink implements Wire.Link {

    /** What the network thread hands to the feed's thread. */
    sealed interface Signal {
        void tell(Wire.Events events);

        record Opened() implements Signal {
            @Override
            public void tell(Wire.Events events) {
                events.opened();
            }
        }

        record Arrived(RawFrame frame) implements Signal {
            @Override
            public void tell(Wire.Events events) {
                events.frame(frame);
            }
        }
    }

    private final String feed;
    private final String name;
    private final String url;
    private final ReceiveClock clock;
    private final FrameRecorder recorder;
    private final BinaryFrames binary;
    private final AtomicLong pings = new AtomicLong();
    private final Disposable.Swap subscription = Disposables.swap();
    private volatile @Nullable Channel channel;
    private volatile @Nullable WebSocketCloseStatus closeStatus;

    NettyLink(String feed, String name, URI address, ReceiveClock clock, FrameRecorder recorder, BinaryFrames binary) {
        this.feed = feed;
        this.name = name;
        this.url = UrlSecrets.cut(address);
        this.clock = clock;
        this.recorder = recorder;
        this.binary = binary;
    }

    Flux<Signal> signals(WebsocketInbound in, int maxFrameBytes) {
        in.withConnection(connection -> channel = connection.channel());
        in.receiveCloseStatus().subscribe(status -> closeStatus = status);
        Flux<Signal> frames = in.aggregateFrames(maxFrameBytes)
                .receiveFrames()
                .<Signal>handle(this::accept)
                .doOnError(FrameFault.class, fault -> sendClose(fault.closeCode(), ""));
        return Flux.concat(Flux.just(new Signal.Opened()), frames);
    }

    private void accept(WebSocketFrame frame, SynchronousSink<Signal> sink) {
        try {
            switch (frame) {
                case PingWebSocketFrame ping -> answer(ping);
                case TextWebSocketFrame text -> sink.next(arrived(text(text.content())));
                case BinaryWebSocketFrame bytes ->
                    sink.next(arrived(binary.text(ByteBufUtil.getBytes(bytes.content()))));
                default -> pings.incrementAndGet();
            }
        } catch (FrameFault fault) {
            sink.error(fault);
        }
    }

    private void answer(PingWebSocketFrame ping) {
        pings.incrementAndGet();
        Channel open = channel;
        if (open != null) {
            var _ = open.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        }
    }

    private static byte[] text(ByteBuf content) {
        if (!ByteBufUtil.isText(content, CharsetUtil.UTF_8)) {
            throw new FrameFault(1007, "text frame that is not UTF-8");
        }
        return ByteBufUtil.getBytes(content);
    }

    private Signal arrived(byte[] body) {
        RawFrame frame = new RawFrame(feed, RawFrame.Transport.WS, name, url, clock.micros(), body);
        recorder.offer(frame);
        return new Signal.Arrived(frame);
    }

    void started(Disposable running) {
        subscription.replace(running);
    }

    @Nullable
    WebSocketCloseStatus closeStatus() {
        return closeStatus;
    }

    @Override
    public void send(String text) {
        Channel open = channel;
        if (open != null) {
            var _ = open.writeAndFlush(text.isEmpty() ? new PingWebSocketFrame() : new TextWebSocketFrame(text));
        }
    }

    @Override
    public long pings() {
        return pings.get();
    }

    @Override
    public void close() {
        sendClose(1000, "");
        subscription.dispose();
    }

    private void sendClose(int code, String reason) {
        Channel open = channel;
        if (open != null && open.isActive()) {
            var _ = open.writeAndFlush(new CloseWebSocketFrame(code, reason));
        }
    }
}
