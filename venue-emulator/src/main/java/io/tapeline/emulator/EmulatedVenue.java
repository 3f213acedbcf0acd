package io.tapeline.emulator;

import io.tapeline.emulator.server.FailureAnswers;
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

    /**
     * The answer that a fault orders instead of the real one, in the venue's own form.
     *
     * @param status such as 429, 403, 451 or 503; the answer's own may be another where the venue says it in the body
     * @param retryAfter seconds after which the client may come again
     */
    default RestAnswer failure(int status, long retryAfter) {
        return FailureAnswers.usual(status, retryAfter);
    }

    /** The symbol a request is about, for faults of a symbol; empty when none is. Called on any thread. */
    default String symbolOf(RestRequest request) {
        return request.symbol();
    }
}
