package io.tapeline.model.routing;

import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.instrument.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Routing keys: {@code <kind>.<exchange>.<market>.<symbol>}, a dot inside the symbol written as underscore. */
public final class RoutingKey {
    /** The most that AMQP 0-9-1 carries. */
    public static final int MAX_BYTES = 255;

    private RoutingKey() {}

    /** The key an event is published under; an option's last word is its underlying. */
    public static String of(MarketEvent event) {
        InstrumentId id = event.instrumentId();
        return event instanceof OptionSummary option
                ? of(event.kind(), id.exchange(), id, option.underlying())
                : of(event.kind(), id);
    }

    public static String of(Kind kind, InstrumentId id) {
        return of(kind, id.exchange(), id, id.symbol());
    }

    private static String of(Kind kind, String exchange, InstrumentId id, String symbol) {
        return kind.wireName()
                + '.'
                + exchange
                + '.'
                + id.market().name().toLowerCase(Locale.ROOT)
                + '.'
                + symbol.replace('.', '_');
    }

    /** Whether the longest key of an instrument fits; checked when it is discovered. */
    public static boolean fits(InstrumentId id) {
        return of(Kind.LONG_SHORT_RATIO, id).getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
