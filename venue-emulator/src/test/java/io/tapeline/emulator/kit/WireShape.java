package io.tapeline.emulator.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where a message of the emulator looks different from a real one: members, JSON types, lengths and order of rows.
 *
 * @param optional members that only some real messages have
 * @param maps members whose value is an object by names that vary, such as tickers
 */
public record WireShape(Set<String> optional, Set<String> maps) {

    public List<String> differences(JsonNode real, JsonNode ours) {
        List<String> differences = new ArrayList<>();
        compare("", real, ours, differences);
        return differences;
    }

    private void compare(String path, JsonNode real, JsonNode ours, List<String> differences) {
        if (real.isNull() || ours.isNull()) {
            return;
        } else if (real.getNodeType() != ours.getNodeType()
                || real.isNumber() && real.isIntegralNumber() != ours.isIntegralNumber()) {
            differences.add(path + ": " + ours + " is not of the type of " + real);
        } else if (real.isObject()) {
            object(path, real, ours, differences);
        } else if (real.isArray()) {
            array(path, real, ours, differences);
        } else if (real.isString() && isNumber(real) && !isNumber(ours)) {
            differences.add(path + ": " + ours + " is no number like " + real);
        }
    }

    private static boolean isNumber(JsonNode text) {
        return text.asString().matches("-?\\d+(\\.\\d+)?");
    }

    private void object(String path, JsonNode real, JsonNode ours, List<String> differences) {
        if (maps.contains(path.substring(path.lastIndexOf('.') + 1))) {
            real.forEach(value -> compare(path + ".*", value, ours.iterator().next(), differences));
            return;
        }
        for (String name : real.propertyNames()) {
            if (ours.has(name)) {
                compare(path + "." + name, real.get(name), ours.get(name), differences);
            } else if (!optional.contains(name)) {
                differences.add(path + "." + name + " is missing");
            }
        }
        for (String name : ours.propertyNames()) {
            if (!real.has(name) && !optional.contains(name)) {
                differences.add(path + "." + name + " is not in the real one");
            }
        }
    }

    /** Rows in which the place says what a value means have as many as the real ones; lists may have any number. */
    private void array(String path, JsonNode real, JsonNode ours, List<String> differences) {
        if (real.isEmpty() || ours.isEmpty()) {
            return;
        }
        boolean row = real.size() > 1 && !one(real).isContainer() || mixed(real);
        if (row && real.size() != ours.size()) {
            differences.add(path + ": " + ours.size() + " elements instead of " + real.size());
        }
        for (int i = 0; i < real.size(); i++) {
            compare(path + "[]", real.get(i), row && i < ours.size() ? ours.get(i) : one(ours), differences);
        }
    }

    private static JsonNode one(JsonNode list) {
        return list.valueStream()
                .filter(element -> !element.isNull())
                .findFirst()
                .orElse(list.get(0));
    }

    private static boolean mixed(JsonNode array) {
        return array.valueStream()
                        .filter(element -> !element.isNull())
                        .map(JsonNode::getNodeType)
                        .distinct()
                        .count()
                > 1;
    }
}
