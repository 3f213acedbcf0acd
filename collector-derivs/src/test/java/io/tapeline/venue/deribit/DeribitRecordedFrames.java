package io.tapeline.venue.deribit;

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

/** Frames kept beside the project, as the text that was received. */
final class DeribitRecordedFrames {
    private static final Pattern RECEIVED = Pattern.compile("\"received\":\"([^\"]+)\"");
    private static final Pattern TRANSPORT = Pattern.compile("\"transport\":\"([^\"]+)\"");
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"([^\"]*)\"");
    private static final long SAMPLED = 1_790_000_000_000_000L;

    private DeribitRecordedFrames() {}

    /** @param channel as the file names it */
    record Sample(String channel, RawFrame frame) {
        /** The method of an answer, empty for what a stream brought. */
        String method() {
            return channel.startsWith("GET ") ? channel.split(" ")[1] : "";
        }
    }

    static List<RawFrame> recording() throws IOException {
        try (var lines = Files.lines(SharedFolder.file("recordings/deribit.ndjson"))) {
            return lines.map(line -> frame(
                            Transport.WS, null, IsoMicros.parse(group(RECEIVED, line)), after(line, "\"frame\":")))
                    .toList();
        }
    }

    static List<Sample> samples() throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/deribit.ndjson"))) {
            return lines.map(DeribitRecordedFrames::sample).toList();
        }
    }

    private static Sample sample(String line) {
        String channel = group(CHANNEL, line);
        boolean rest = group(TRANSPORT, line).equals("rest");
        String url = "https://history.deribit.com/api/v2/"
                + channel.replaceFirst("^GET ", "").split(" ")[0]
                + "?instrument_name=BTC-PERPETUAL&resolution=1&currency=BTC&end_timestamp=2";
        return new Sample(
                channel,
                frame(rest ? Transport.REST : Transport.WS, rest ? url : null, SAMPLED, after(line, "\"payload\":")));
    }

    private static RawFrame frame(Transport transport, String url, long received, String text) {
        return new RawFrame("deribit", transport, "c1", url, received, text.getBytes(StandardCharsets.UTF_8));
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
