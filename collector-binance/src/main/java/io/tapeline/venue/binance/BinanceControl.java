package io.tapeline.venue.binance;

import static io.tapeline.venue.binance.BinanceNames.CODE;
import static io.tapeline.venue.binance.BinanceNames.ERROR;
import static io.tapeline.venue.binance.BinanceNames.ID;
import static io.tapeline.venue.binance.BinanceNames.MSG;

import io.tapeline.collector.venue.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * Answers to control messages. {@code result} accepts, whatever its value. Errors are documented flat and seen nested:
 * {@code {"code":2,"msg":".."}}, {@code {"error":{"code":2,"msg":".."},"id":1}}.
 */
final class BinanceControl {
    private BinanceControl() {}

    static Decoded read(BinanceMembers m) {
        String id = m.label(ID);
        if (m.hasObject(ERROR)) {
            return rejected(id, m.object(ERROR));
        } else if (m.has(ERROR) || m.has(CODE)) {
            return rejected(id, m);
        }
        return id == null ? new Decoded.Ignored("an answer without id") : new Decoded.Acknowledged(id);
    }

    /** @param error has {@code code} and {@code msg}, or {@code error} as text */
    static Decoded rejected(@Nullable String id, BinanceMembers error) {
        String code = error.label(CODE);
        String message = error.label(MSG);
        String reason = message != null ? message : error.label(ERROR);
        return new Decoded.Rejected(
                id, (code == null ? "" : code + " ") + (reason == null ? "no reason given" : reason));
    }
}
