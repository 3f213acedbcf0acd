package io.tapeline.venue.testing;

import io.tapeline.collector.feed.Normalizer;
import io.tapeline.collector.frame.FrameFile;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recordings and samples kept beside the project, as the text that was received, and what becomes of frames. */
public final class SharedFrames {
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String PAYLOAD = "\"payload\":";

    private SharedFrames() {}

    /**
     * A sample.
     *
     * @param channel as the file names it
     * @param rest whether it is an answer and not of a stream
     */
    public record Sample(String channel, boolean rest, String text) {

        /** As it would be received. @param url what an answer is taken to come from */
        public RawFrame frame(String feed, String url) {
            VenuePayload payload = rest ? VenuePayload.answer(channel, url, text) : VenuePayload.stream(channel, text);
            return payload.frame(feed);
        }
    }

    public static List<FrameLine> recording(String feed) throws IOException {
        try (var lines = FrameFile.read(SharedFolder.file("recordings/" + feed + ".ndjson"))) {
            return lines.toList();
        }
    }

    /** The frames of a recording that has nothing else. */
    public static List<RawFrame> frames(String feed) throws IOException {
        return recording(feed).stream()
                .map(line -> ((FrameLine.Frame) line).frame())
                .toList();
    }

    public static List<Sample> samples(String venue) throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/" + venue + ".ndjson"))) {
            return lines.map(SharedFrames::sample).toList();
        }
    }

    private static Sample sample(String line) {
        Matcher channel = CHANNEL.matcher(line);
        if (!channel.find()) {
            throw new IllegalStateException("no channel in " + line);
        }
        String text = line.substring(line.indexOf(PAYLOAD) + PAYLOAD.length(), line.lastIndexOf('}'));
        return new Sample(channel.group(1), line.contains("\"transport\":\"rest\""), text);
    }

    /** What a recording becomes; a frame that cannot be used fails. */
    public static List<MarketEvent> normalized(Venue venue, Collection<Instrument> instruments, List<FrameLine> lines) {
        List<MarketEvent> events = new ArrayList<>();
        Normalizer normalizer =
                new Normalizer(venue, instruments, false, lines.stream(), events::add, (line, reason) -> {
                    throw new AssertionError("line " + line + ": " + reason);
                });
        lines.forEach(normalizer::accept);
        normalizer.finish();
        return events;
    }

    /** What frames of one connection become. */
    public static List<MarketEvent> normalized(Venue venue, Collection<Instrument> instruments, RawFrame... frames) {
        List<FrameLine> lines = new ArrayList<>();
        for (RawFrame frame : frames) {
            lines.add(new FrameLine.Frame(lines.size() + 1L, null, frame));
        }
        return normalized(venue, instruments, lines);
    }
}
