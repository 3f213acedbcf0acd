package io.tapeline.emulator.server;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A port that clients come to, and all who came, however far they got. */
public final class OpenPort {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Who still comes once it is closed is closed too. */
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    private final DisposableServer server;

    OpenPort(HttpServer server) {
        this.server = server.channelGroup(clients).bindNow();
    }

    public int port() {
        return server.port();
    }

    /** Takes nobody in any more. */
    public void refuse() {
        server.dispose();
    }

    /** Cuts everybody and gives the port back. */
    public void close() {
        refuse();
        clients.close().awaitUninterruptibly(PATIENCE.toMillis());
        server.onDispose().block(PATIENCE);
    }
}
