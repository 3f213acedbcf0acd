package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.TradePrint;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which of the last trades of a market were fills of forced orders; the oldest are forgotten first. */
public final class ForcedFills {
    private final Map<Long, Boolean> ids;

    /** @param most fills that are remembered */
    public ForcedFills(int most) {
        ids = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    public void add(Liquidation liquidation) {
        liquidation.fills().forEach(fill -> ids.put(fill.id(), true));
    }

    public boolean contains(TradePrint trade) {
        return ids.containsKey(trade.id());
    }
}
