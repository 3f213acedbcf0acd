package io.tapeline.emulator;

import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real messages of a venue that are kept beside the project. */
public final class WireSamples {
    private static final JsonMapper JSON = new JsonMapper();

    private WireSamples() {}

    /** Payloads of a channel as the file names it; aborts the calling test where the file is absent. */
    public static List<JsonNode> of(String venue, String channel) throws IOException {
        List<JsonNode> payloads = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFolder.file("venues/samples/" + venue + ".ndjson"))) {
            JsonNode sample = JSON.readTree(line);
            if (sample.get("channel").asString().equals(channel)) {
                payloads.add(sample.get("payload"));
            }
        }
        return payloads;
    }
}
