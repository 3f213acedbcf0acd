package io.tapeline.emulator.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.ledger.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection. Frames are written as they come and flushed together; a client that lets more than the
 * configured number of bytes wait is cut.
 */
public final class WsConnection {
    private static final Logger log = LoggerFactory.getLogger(WsConnection.class);

    private final String id;
    private final String prefix;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Channel channel;
    private final Engine engine;
    private final Ledger ledger;
    private long sent;
    private boolean open = true;
    private boolean unflushed;
    private boolean compressed;
    private boolean binary;

    WsConnection(
            String id,
            String prefix,
            RestRequest handshake,
            Channel channel,
            Engine engine,
            Ledger ledger,
            int maxPendingBytes) {
        this.id = id;
        this.prefix = prefix;
        path = handshake.path();
        query = handshake.query();
        headers = handshake.headers();
        this.channel = channel;
        this.engine = engine;
        this.ledger = ledger;
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(maxPendingBytes / 2, maxPendingBytes));
    }

    /** Sends a text; {@code stream} is what the ledger files it under. */
    public void send(String stream, String text) {
        send(stream, new WireText(text));
    }

    /** From here on every text goes as one GZIP member in a binary frame; the ledger keeps the text. */
    public void compress() {
        compressed = true;
    }

    /** From here on every text goes as it is in a binary frame. */
    public void binary() {
        binary = true;
    }

    /** The same with a text that other connections get too. */
    public void send(String stream, WireText text) {
        if (!open) {
            return;
        }
        if (!channel.isWritable()) {
            log.warn("{}: connection {} does not read what it asked for and is cut", prefix, id);
            drop();
            return;
        }
        ledger.sent(new Sent(++sent, prefix, id, stream, engine.now(), text.text()));
        var _ = channel.write(frame(text));
        unflushed = true;
    }

    private WebSocketFrame frame(WireText text) {
        if (compressed) {
            return new BinaryWebSocketFrame(Unpooled.wrappedBuffer(text.gzip()));
        }
        ByteBuf utf8 = Unpooled.wrappedBuffer(text.utf8());
        return binary ? new BinaryWebSocketFrame(utf8) : new TextWebSocketFrame(utf8);
    }

    /** Lets what was sent go. */
    public void flush() {
        if (unflushed) {
            unflushed = false;
            channel.flush();
        }
    }

    public void ping(String payload) {
        if (open) {
            ByteBuf content = Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8);
            var _ = channel.writeAndFlush(new PingWebSocketFrame(content));
        }
    }

    void pong(String payload) {
        ByteBuf content = Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8);
        var _ = channel.writeAndFlush(new PongWebSocketFrame(content));
    }

    /** Ends it as the protocol wants. */
    public void close(int code, String reason) {
        if (open) {
            open = false;
            channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Ends it without a word. */
    public void drop() {
        open = false;
        var _ = channel.close();
    }

    void ended() {
        open = false;
    }

    public boolean isOpen() {
        return open;
    }

    public String id() {
        return id;
    }

    public String prefix() {
        return prefix;
    }

    /** Path below the prefix that it came in on. */
    public String path() {
        return path;
    }

    public Map<String, String> query() {
        return query;
    }

    /** Headers of the handshake, by lower-case name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Frames sent so far. */
    public long sentFrames() {
        return sent;
    }
}
