package io.tapeline.bus;

import io.tapeline.bus.Backlog.Taken;
import io.tapeline.model.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Moves what waits in memory to the disk, many batches with one synchronous write. */
final class SpoolWriter {
    private static final int GROUP_BYTES = 1 << 20;

    private final Backlog backlog;
    private final Spool spool;
    private final BatchEncoder encoder;
    private final BusMetrics metrics;
    private final Consumer<List<MarketEvent>> durable;

    SpoolWriter(
            Backlog backlog,
            Spool spool,
            BatchEncoder encoder,
            BusMetrics metrics,
            Consumer<List<MarketEvent>> durable) {
        this.backlog = backlog;
        this.spool = spool;
        this.encoder = encoder;
        this.metrics = metrics;
        this.durable = durable;
    }

    /** Writes all that is not on its way to the broker; false when the disk did not take all of it. */
    boolean write() {
        List<Taken> batches = backlog.take(true);
        while (!batches.isEmpty()) {
            if (!write(batches)) {
                return false;
            }
            batches = backlog.take(true);
        }
        return true;
    }

    private boolean write(List<Taken> batches) {
        for (int from = 0; from < batches.size(); ) {
            List<SpoolRecord> group = new ArrayList<>();
            int to = encodeGroup(batches, from, group);
            if (!group.isEmpty() && !spool.append(group)) {
                batches.subList(from, batches.size()).forEach(backlog::giveBack);
                return false;
            }
            metrics.spooled(group.stream().mapToInt(SpoolRecord::events).sum());
            batches.subList(from, to).forEach(this::arrived);
            from = to;
        }
        return true;
    }

    /** Encodes batches until the group is large enough; returns the index after the last of them. */
    private int encodeGroup(List<Taken> batches, int from, List<SpoolRecord> group) {
        int bytes = 0;
        int at = from;
        for (; at < batches.size() && bytes < GROUP_BYTES; at++) {
            SpoolRecord message = encoder.encode(batches.get(at));
            if (message != null) {
                group.add(message);
                bytes += message.size();
            }
        }
        return at;
    }

    private void arrived(Taken batch) {
        backlog.arrived(batch);
        durable.accept(batch.events());
    }
}
