package io.tapeline.emulator.stream;

import io.tapeline.emulator.server.WsConnection;

/** A connection that listens to streams, and how it wants their frames. */
public interface Listener {
    WsConnection connection();

    default Wrapping wrapping() {
        return Wrapping.BARE;
    }
}
