package io.tapeline.emulator.kit;

import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real messages of a venue that are kept beside the project; reading them aborts the test where they are absent. */
public final class WireSamples {
    private static final JsonMapper JSON = new JsonMapper();

    private WireSamples() {}

    /**
     * One of them.
     *
     * @param channel as the file names it
     * @param rest whether it is an answer and not of a stream
     * @param source where and when it was taken
     */
    public record Sample(String channel, boolean rest, String source, JsonNode payload) {}

    /** All, in the order of the file. */
    public static List<Sample> of(String venue) throws IOException {
        try (var lines = Files.lines(SharedFolder.file("venues/samples/" + venue + ".ndjson"))) {
            return lines.map(JSON::readTree).map(WireSamples::sample).toList();
        }
    }

    private static Sample sample(JsonNode line) {
        return new Sample(
                line.get("channel").asString(),
                line.get("transport").asString().equals("rest"),
                line.get("source").asString(),
                line.get("payload"));
    }

    /** Payloads by channel. */
    public static Map<String, List<JsonNode>> byChannel(String venue) throws IOException {
        Map<String, List<JsonNode>> payloads = new LinkedHashMap<>();
        for (Sample sample : of(venue)) {
            payloads.computeIfAbsent(sample.channel(), absent -> new ArrayList<>())
                    .add(sample.payload());
        }
        return payloads;
    }
}
