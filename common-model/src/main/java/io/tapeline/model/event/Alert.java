package io.tapeline.model.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A monitored condition began or ceased to hold.
 */
public record Alert(
        Header header,
        String rule,
        AlertSeverity severity,
        AlertState state,
        String message,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.ALERT;
    }
}
