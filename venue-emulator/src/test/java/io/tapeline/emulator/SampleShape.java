package io.tapeline.emulator;

import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a payload of the emulator with a real one: the same members, JSON types and order of arrays.
 *
 * @param optional members that only some have, or that came or went over the years
 */
public record SampleShape(Set<String> optional) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Real payloads of a venue that are kept beside the project, by channel. */
    public static Map<String, List<JsonNode>> samples(String venue) throws IOException {
        Map<String, List<JsonNode>> samples = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedFolder.file("venues/samples/" + venue + ".ndjson"))) {
            JsonNode sample = JSON.readTree(line);
            samples.computeIfAbsent(sample.get("channel").asString(), absent -> new ArrayList<>())
                    .add(sample.get("payload"));
        }
        return samples;
    }

    /** What is other than in the real one; nothing is compared where either has no elements or null. */
    public List<String> differences(JsonNode real, JsonNode ours) {
        List<String> differences = new ArrayList<>();
        compare("", real, ours, differences);
        return differences;
    }

    private void compare(String path, JsonNode real, JsonNode ours, List<String> differences) {
        if (real.isNull() || ours.isNull()) {
            return;
        }
        if (real.getNodeType() != ours.getNodeType()
                || real.isNumber() && real.isIntegralNumber() != ours.isIntegralNumber()) {
            differences.add(path + ": " + ours + " is not the type of " + real);
        } else if (real.isObject()) {
            members(path, real, ours, differences);
        } else if (real.isArray() && !real.isEmpty() && !ours.isEmpty()) {
            elements(path, real, ours, differences);
        }
    }

    private void members(String path, JsonNode real, JsonNode ours, List<String> differences) {
        for (String name : real.propertyNames()) {
            if (ours.has(name)) {
                compare(path + "." + name, real.get(name), ours.get(name), differences);
            } else if (!optional.contains(name)) {
                differences.add(path + "." + name + " is missing");
            }
        }
        for (String name : ours.propertyNames()) {
            if (!real.has(name) && !optional.contains(name)) {
                differences.add(path + "." + name + " is not in the sample");
            }
        }
    }

    private static boolean areNames(JsonNode array) {
        return array.valueStream()
                .allMatch(element -> element.isString() && !element.asString().matches("-?[0-9.]*"));
    }

    /** In a row such as a level or a candle the place says what a value means; of lists the first are compared. */
    private void elements(String path, JsonNode real, JsonNode ours, List<String> differences) {
        if (real.get(0).isContainer() || areNames(real)) {
            compare(path + "[]", real.get(0), ours.get(0), differences);
            return;
        }
        if (real.size() != ours.size()) {
            differences.add(path + ": " + ours.size() + " columns instead of " + real.size());
        }
        for (int i = 0; i < Math.min(real.size(), ours.size()); i++) {
            compare(path + "[" + i + "]", real.get(i), ours.get(i), differences);
        }
    }
}
