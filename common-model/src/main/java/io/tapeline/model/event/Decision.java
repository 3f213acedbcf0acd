package io.tapeline.model.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy would do and why.
 */
public record Decision(
        Header header,
        String strategy,
        String action,
        List<String> vetoes,
        Map<String, Object> inputs,
        @Nullable BigDecimal edgeBps)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.DECISION;
    }
}
