package io.tapeline.emulator.server;

/** The venue's end of a connection. */
public interface WsHandler {
    void text(String text);

    /** The client pinged; the core has answered. */
    void ping();

    void pong(String payload);

    /** The connection is gone, whoever ended it. */
    void closed();
}
