package io.tapeline.writer.store;

import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.TimeSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enums as the database holds them: one character in the large tables, their JSON name elsewhere. */
final class Codes {
    private Codes() {}

    static char of(TimeSource source) {
        return switch (source) {
            case VENUE -> 'v';
            case RECEIVE -> 'r';
        };
    }

    static char of(Origin origin) {
        return switch (origin) {
            case LIVE -> 'l';
            case REPAIR -> 'r';
            case BACKFILL -> 'b';
            case REPLAY -> 'p';
        };
    }

    static char of(Side side) {
        return switch (side) {
            case BUY -> 'b';
            case SELL -> 's';
            case UNKNOWN -> 'u';
        };
    }

    static char of(SizeUnit unit) {
        return switch (unit) {
            case BASE -> 'b';
            case QUOTE -> 'q';
            case CONTRACTS -> 'c';
        };
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
