package io.tapeline.emulator;

import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import java.util.Optional;

/** One virtual host. All its methods are called on the one thread of the emulator, so it needs no locks. */
public interface EmulatedVenue {
    /** First part of its paths, such as {@code binance-spot}. */
    String prefix();

    /**
     * Lets a stretch of time pass.
     *
     * @param time the venue's clock at its end, epoch milliseconds
     */
    void step(long time, double seconds);

    RestAnswer rest(RestRequest request);

    /** The answer that refuses a handshake, such as too many attempts; empty when it is welcome. */
    Optional<RestAnswer> refuses(String path);

    /** A client has connected. */
    WsHandler connect(WsConnection connection);
}
