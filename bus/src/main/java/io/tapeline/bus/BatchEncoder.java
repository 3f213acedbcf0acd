package io.tapeline.bus;

import io.tapeline.bus.Backlog.Taken;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.json.EventCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Batches to message bodies. An event without a JSON form is a defect of who made it; it must not stop the others. */
final class BatchEncoder {
    private static final Logger log = LoggerFactory.getLogger(BatchEncoder.class);

    private final BusMetrics metrics;

    BatchEncoder(BusMetrics metrics) {
        this.metrics = metrics;
    }

    /** The message of a batch, or null when none of its events has a JSON form. */
    @Nullable
    SpoolRecord encode(Taken batch) {
        LaneKey key = batch.lane().key();
        try {
            return new SpoolRecord(key, batch.events().size(), EventCodec.writeAll(batch.events()));
        } catch (RuntimeException e) {
            List<MarketEvent> sound = sound(batch.events());
            return sound.isEmpty() ? null : new SpoolRecord(key, sound.size(), EventCodec.writeAll(sound));
        }
    }

    private List<MarketEvent> sound(List<MarketEvent> events) {
        List<MarketEvent> sound = new ArrayList<>();
        for (MarketEvent event : events) {
            try {
                EventCodec.write(event);
                sound.add(event);
            } catch (RuntimeException e) {
                metrics.unpublishable();
                log.error("an event has no JSON form and is left out: {}: {}", event, e.getMessage());
            }
        }
        return sound;
    }
}
