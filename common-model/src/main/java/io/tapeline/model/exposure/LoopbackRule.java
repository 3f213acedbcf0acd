package io.tapeline.model.exposure;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * A service that asks nobody who they are listens on this machine only, unless it was said in so many words that anybody
 * may ask. Every service holds itself to this before it listens.
 */
public final class LoopbackRule {
    /** The setting that says it; only {@code true} does. */
    public static final String CONSENT = "TAPELINE_ALLOW_UNAUTHENTICATED";

    private LoopbackRule() {}

    /** Whether only this machine reaches the address; nothing at all means every address, as it does to a socket. */
    public static boolean isLoopback(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Why a service must not start.
     *
     * @param address where it would listen
     * @param consent whether {@link #CONSENT} was given
     * @param opened what anybody could then do, such as {@code read health and metrics}
     * @return what is wrong and what was expected; null when nothing is
     */
    public static @Nullable String objection(@Nullable String address, boolean consent, String opened) {
        return consent || isLoopback(address)
                ? null
                : "reachable from other machines; expected a loopback address, or " + CONSENT + "=true to let anybody "
                        + opened;
    }
}
