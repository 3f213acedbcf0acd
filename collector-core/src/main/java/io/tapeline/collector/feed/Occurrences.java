package io.tapeline.collector.feed;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.identity.EventIdentity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts equal events without a venue id on one connection or in one REST answer, so that two equal fills in one
 * millisecond are two. Remembers a bounded number of recent events. Not for use by several threads.
 */
final class Occurrences {
    private static final int REMEMBERED = 4_096;

    private final Map<EventIdentity, Integer> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EventIdentity, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** How many events equal to this one came before it. */
    int next(MarketEvent event) {
        return counts.merge(EventIdentity.of(event), 1, Integer::sum) - 1;
    }
}
