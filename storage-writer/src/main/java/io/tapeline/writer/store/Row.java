package io.tapeline.writer.store;

import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.identity.EventIdentity;

/**
 * An event on its way to its table.
 *
 * @param instrumentId of store.instrument
 */
record Row(MarketEvent event, EventIdentity identity, int instrumentId) {}
