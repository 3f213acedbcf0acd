package io.tapeline.venue.testing;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.collector.venue.VenuePayload;
import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real payloads kept beside the project, as the text that was received. */
public final class SharedFrames {
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TRANSPORT = Pattern.compile("\"transport\":\"([^\"]+)\"");

    private SharedFrames() {}

    /** A payload. @param channel as the file names it */
    public record Sample(String channel, RawFrame frame) {}

    /** @param host what answers are taken to come from, their channel being the path */
    public static List<Sample> samples(String venue, String host) throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/" + venue + ".ndjson"))) {
            return lines.map(line -> sample(venue, host, line)).toList();
        }
    }

    private static Sample sample(String venue, String host, String line) {
        String channel = group(CHANNEL, line);
        String mark = "\"payload\":";
        String text = line.substring(line.indexOf(mark) + mark.length(), line.lastIndexOf('}'));
        boolean rest = group(TRANSPORT, line).equals("rest");
        return new Sample(
                channel,
                new RawFrame(
                        venue,
                        rest ? Transport.REST : Transport.WS,
                        null,
                        rest ? host + channel : null,
                        VenuePayload.RECEIVED,
                        text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String group(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + line.substring(0, Math.min(200, line.length())));
        }
        return matcher.group(1);
    }
}
