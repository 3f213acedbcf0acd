package io.tapeline.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether a message has the members, JSON types and columns of a real one. */
public final class WireShape {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Set<String> notEverywhere;
    private final List<String> differences = new ArrayList<>();

    private WireShape(Set<String> notEverywhere) {
        this.notEverywhere = notEverywhere;
    }

    /** @param notEverywhere members that came or went with time, or that only some contracts have */
    public static List<String> differences(JsonNode sample, JsonNode ours, Set<String> notEverywhere) {
        WireShape shape = new WireShape(notEverywhere);
        shape.compare("", sample, ours);
        return shape.differences;
    }

    private void compare(String path, JsonNode sample, JsonNode ours) {
        if (sample.getNodeType() != ours.getNodeType()) {
            differences.add(path + ": " + ours + " is not the type of " + sample);
        } else if (sample.isObject()) {
            members(path, sample, ours);
        } else if (sample.isArray()) {
            elements(path, sample, ours);
        } else if (decimal(sample) && !ours.asString().isEmpty() && !decimal(ours)) {
            differences.add(path + ": " + ours + " is no decimal like " + sample);
        }
    }

    private static boolean decimal(JsonNode text) {
        return text.isString() && DECIMAL.matcher(text.asString()).matches();
    }

    private void members(String path, JsonNode sample, JsonNode ours) {
        for (String name : sample.propertyNames()) {
            if (notEverywhere.contains(name)) {
                continue;
            } else if (ours.has(name)) {
                compare(path + "." + name, sample.get(name), ours.get(name));
            } else {
                differences.add(path + "." + name + " is missing");
            }
        }
        for (String name : ours.propertyNames()) {
            if (!sample.has(name) && !notEverywhere.contains(name)) {
                differences.add(path + "." + name + " is not in the sample");
            }
        }
    }

    /** In a row such as a book level the place says what a value means; other arrays hold likes. */
    private void elements(String path, JsonNode sample, JsonNode ours) {
        if (!sample.isEmpty() && !sample.get(0).isContainer()) {
            if (sample.size() != ours.size()) {
                differences.add(path + ": " + ours.size() + " columns instead of " + sample.size());
            }
            for (int i = 0; i < Math.min(sample.size(), ours.size()); i++) {
                compare(path + "[" + i + "]", sample.get(i), ours.get(i));
            }
        } else if (!sample.isEmpty() && !ours.isEmpty()) {
            compare(path + "[]", sample.get(0), ours.get(0));
        }
    }
}
