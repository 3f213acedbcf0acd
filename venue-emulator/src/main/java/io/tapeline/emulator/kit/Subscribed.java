package io.tapeline.emulator.kit;

import io.tapeline.emulator.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a subscription request.
 *
 * @param accepted streams that are made
 * @param unknown streams that the venue does not have
 * @param rejected streams that a fault refuses
 * @param fault that one; null when there is none
 */
public record Subscribed(
        List<String> accepted,
        List<String> unknown,
        List<String> rejected,
        @Nullable Fault fault) {
    public boolean all() {
        return unknown.isEmpty() && rejected.isEmpty();
    }

    /** Nothing is made because something is refused. */
    Subscribed nothing() {
        return new Subscribed(List.of(), unknown, rejected, fault);
    }
}
