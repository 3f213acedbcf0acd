package io.tapeline.launcher;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameFile;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.json.EventCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded frames in, events out. */
@Command(
        name = "normalize",
        description = "Read recorded frames, write the venue's events, one JSON object a line.",
        mixinStandardHelpOptions = true)
final class NormalizeCommand implements Callable<Integer> {
    @Option(
            names = "--feed",
            required = true,
            paramLabel = "ID",
            description = "Whose frames they are, such as binance.")
    String feed = "";

    @Option(
            names = "--instruments",
            paramLabel = "FILE",
            description = "Instruments: events of kind instrument, or recorded frames that list them.")
    @Nullable
    Path instruments;

    @Option(
            names = "--derived",
            description = "Also write what Tapeline derives: large trades, order books, gaps, states.")
    boolean derived;

    @Option(names = "--strict", description = "Stop with exit code 1 at the first bad frame.")
    boolean strict;

    @Parameters(
            arity = "0..1",
            paramLabel = "FRAMES",
            description = "NDJSON, also compressed with gzip or zstd; standard input when absent.")
    @Nullable
    Path frames;

    private boolean ownFeed;
    private @Nullable String otherFeed;

    /** Ends the reading of frames at the first bad one. */
    private static final class BadFrame extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Integer call() throws IOException {
        Venue venue = Venues.load().require(feed);
        Collection<Instrument> known = instruments == null ? List.of() : InstrumentFile.read(instruments, venue);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        try {
            Path file = frames;
            if (file == null) {
                run(venue, known, null, FrameFile.read(System.in, feed), out);
            } else {
                requireReadable(file);
                try (Stream<FrameLine> preview = FrameFile.read(file, feed)) {
                    run(venue, known, preview, FrameFile.read(file, feed), out);
                }
            }
        } catch (BadFrame e) {
            return Tapeline.FAILED;
        } finally {
            out.flush();
        }
        return 0;
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UserError(file + ": no such file, or it cannot be read");
        }
    }

    private void run(
            Venue venue,
            Collection<Instrument> known,
            @Nullable Stream<FrameLine> preview,
            Stream<FrameLine> lines,
            OutputStream out)
            throws IOException {
        Normalizer normalizer = new Normalizer(venue, known, derived, preview, event -> write(event, out), this::bad);
        try (lines) {
            for (Iterator<FrameLine> each = lines.iterator(); each.hasNext(); ) {
                FrameLine line = each.next();
                noteFeed(line);
                normalizer.accept(line);
                if (frames == null && System.in.available() == 0) {
                    out.flush();
                }
            }
        }
        normalizer.finish();
        if (otherFeed != null && !ownFeed) {
            System.err.println("no frame is of feed " + feed + ", there are such of " + otherFeed);
        }
    }

    private void noteFeed(FrameLine line) {
        if (line instanceof FrameLine.Frame frame) {
            String of = frame.frame().feed();
            ownFeed |= of.equals(feed);
            otherFeed = of.equals(feed) ? otherFeed : of;
        }
    }

    private void bad(long line, String reason) {
        System.err.println("line " + line + ": " + reason);
        if (strict) {
            throw new BadFrame();
        }
    }

    private static void write(MarketEvent event, OutputStream out) {
        try {
            out.write(EventCodec.write(event));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
