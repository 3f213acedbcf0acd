package io.tapeline.bus;

import io.tapeline.model.event.MarketEvent;
import java.util.List;

/** Stores batches of events taken from the bus. Called by one thread for each queue, so by two where both are consumed. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Stores the events durably before it returns.
     *
     * @return those that can never be stored, with the reason; they go to the dead-letter queue
     * @throws Exception when nothing was stored for a reason that may pass; the batch comes again, after a pause and before
     *     any later one
     */
    List<Rejection> handle(List<MarketEvent> batch) throws Exception;

    /**
     * An event that can never be stored.
     *
     * @param reason one line that names the field and what was expected
     */
    record Rejection(MarketEvent event, String reason) {}
}
