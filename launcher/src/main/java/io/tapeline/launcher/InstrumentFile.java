package io.tapeline.launcher;

import io.tapeline.collector.frame.FrameFile;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.json.EventCodec;
import io.tapeline.model.json.EventFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that names instruments: events of kind instrument, or recorded frames that list them. What belongs to other feeds
 * is left out: spot and futures of one venue share symbols.
 */
final class InstrumentFile {
    private InstrumentFile() {}

    static Collection<Instrument> read(Path file, Venue venue) throws IOException {
        if (!Files.isReadable(file)) {
            throw new UserError("--instruments: " + file + " cannot be read");
        }
        List<Instrument> instruments = new ArrayList<>();
        try (Stream<FrameLine> lines = FrameFile.read(file, venue.feed())) {
            lines.forEach(line -> {
                if (line instanceof FrameLine.Frame frame
                        && frame.frame().feed().equals(venue.feed())) {
                    for (Decoded part : venue.decoder().decode(frame.frame(), InstrumentLookup.NONE)) {
                        if (part instanceof Decoded.Listed listed) {
                            instruments.add(listed.instrument());
                        }
                    }
                }
            });
        }
        if (instruments.isEmpty()) {
            readEvents(file, venue, instruments);
        }
        return instruments;
    }

    private static void readEvents(Path file, Venue venue, List<Instrument> instruments) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                try {
                    if (EventCodec.read(line.getBytes(StandardCharsets.UTF_8)) instanceof InstrumentListed listed
                            && listed.instrumentId().exchange().equals(venue.exchange())
                            && venue.markets().contains(listed.instrumentId().market())) {
                        instruments.add(listed.instrument());
                    }
                } catch (EventFormatException e) {
                    throw new UserError("--instruments: " + file + ": " + e.getMessage());
                }
            });
        }
    }
}
