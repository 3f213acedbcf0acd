package io.tapeline.emulator.stream;

import io.tapeline.emulator.server.WsConnection;

/** A connection that listens to streams, and whether it wants them wrapped with the stream's name. */
public interface Listener {
    WsConnection connection();

    boolean combined();
}
