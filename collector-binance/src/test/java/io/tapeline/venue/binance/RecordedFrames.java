package io.tapeline.venue.binance;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.RawFrame.Transport;
import io.tapeline.model.SharedFolder;
import io.tapeline.model.json.IsoMicros;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frames of the recordings and samples kept beside the project, as the text that was received. */
final class RecordedFrames {
    private static final Pattern RECEIVED = Pattern.compile("\"received\":\"([^\"]+)\"");
    private static final Pattern TRANSPORT = Pattern.compile("\"transport\":\"([^\"]+)\"");
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private RecordedFrames() {}

    /** A sample. @param channel as the file names it */
    record Sample(String channel, RawFrame frame) {}

    static List<RawFrame> recording(String feed) throws IOException {
        try (var lines = Files.lines(SharedFolder.file("recordings/" + feed + ".ndjson"))) {
            return lines.map(line -> frame(
                            feed,
                            group(TRANSPORT, line),
                            group(URL, line),
                            IsoMicros.parse(group(RECEIVED, line)),
                            after(line, "\"frame\":")))
                    .toList();
        }
    }

    static List<Sample> samples() throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/binance.ndjson"))) {
            return lines.map(line -> {
                        String channel = group(CHANNEL, line).replace("\\\"", "\"");
                        RawFrame frame = frame(
                                "", group(TRANSPORT, line), null, 1_790_000_000_000_000L, after(line, "\"payload\":"));
                        return new Sample(channel, frame);
                    })
                    .toList();
        }
    }

    static RawFrame frame(String feed, String transport, String url, long received, String text) {
        Transport way = transport.equals("rest") ? Transport.REST : Transport.WS;
        return new RawFrame(feed, way, null, url, received, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String line, String mark) {
        return line.substring(line.indexOf(mark) + mark.length(), line.lastIndexOf('}'));
    }

    private static String group(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + line.substring(0, Math.min(200, line.length())));
        }
        return matcher.group(1);
    }
}
