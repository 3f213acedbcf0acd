package io.tapeline.collector.feed;

import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.model.instrument.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a recording holds, found by reading it once before it is used: how many book snapshots will come, and where each
 * connection ends.
 *
 * @param snapshots by session and instrument
 * @param lastLines line of the last frame, by session and connection
 */
record RecordingScan(Map<Snapshots, Integer> snapshots, Map<Connection, Long> lastLines) {

    record Snapshots(@Nullable String session, InstrumentId instrument) {}

    record Connection(@Nullable String session, @Nullable String name) {}

    static RecordingScan of(Stream<FrameLine> lines, VenueDecoder decoder) {
        RecordingScan scan = new RecordingScan(new HashMap<>(), new HashMap<>());
        lines.forEach(line -> {
            if (line instanceof FrameLine.Frame frame) {
                scan.read(frame, decoder);
            }
        });
        return scan;
    }

    private void read(FrameLine.Frame line, VenueDecoder decoder) {
        RawFrame frame = line.frame();
        if (frame.transport() == RawFrame.Transport.WS) {
            lastLines.put(new Connection(line.session(), frame.connection()), line.line());
        }
        for (Decoded part : decoder.decode(frame, InstrumentLookup.NONE)) {
            if (part instanceof Decoded.BookUpdate update && update.snapshot()) {
                snapshots.merge(new Snapshots(line.session(), update.header().instrument()), 1, Integer::sum);
            }
        }
    }

    /** Whether a connection brings nothing after a line. */
    boolean endedBefore(long line, Connection connection) {
        Long last = lastLines.get(connection);
        return last == null || last < line;
    }
}
