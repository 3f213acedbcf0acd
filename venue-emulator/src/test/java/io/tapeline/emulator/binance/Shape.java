package io.tapeline.emulator.binance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares a payload of the emulator with a real one: the same members, JSON types and array order. Members that only
 * newer payloads have may be missing in a sample; nothing else may differ.
 */
final class Shape {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Added by the venue after some of the samples were taken; the documentation gives the dates. */
    private static final Set<String> NEWER = Set.of(
            "ps",
            "st",
            "nq",
            "ap",
            "rateType",
            "CMCCirculatingSupply",
            "maxMoveOrderLimit",
            "otoAllowed",
            "opoAllowed",
            "allowTrailingStop",
            "cancelReplaceAllowed",
            "amendAllowed",
            "pegInstructionsAllowed",
            "permissionSets",
            "defaultSelfTradePreventionMode",
            "allowedSelfTradePreventionModes");

    private final List<String> differences = new ArrayList<>();
    private final boolean textualTimes;
    private final boolean familyOutside;

    /**
     * @param channel tells the older form that had {@code timestamp} as a string, and the documentation's own form of
     *     a liquidation, whose family stands elsewhere than in captures
     */
    private Shape(String channel) {
        textualTimes = channel.contains("older doc form");
        familyOutside = channel.contains("ps/st outside o");
    }

    static List<String> differences(String channel, JsonNode sample, JsonNode ours) {
        Shape shape = new Shape(channel);
        shape.compare("", sample, ours);
        return shape.differences;
    }

    private void compare(String path, JsonNode sample, JsonNode ours) {
        if (textualTimes && path.endsWith(".timestamp")) {
            return;
        }
        if (sample.getNodeType() != ours.getNodeType()
                || sample.isNumber() && sample.isIntegralNumber() != ours.isIntegralNumber()) {
            differences.add(path + ": " + sample + " is not the type of " + ours);
        } else if (sample.isObject()) {
            members(path, sample, ours);
        } else if (sample.isArray()) {
            elements(path, sample, ours);
        } else if (sample.isString()
                && DECIMAL.matcher(sample.asString()).matches()
                && !DECIMAL.matcher(ours.asString()).matches()) {
            differences.add(path + ": " + ours + " is no decimal like " + sample);
        }
    }

    private void members(String path, JsonNode sample, JsonNode ours) {
        for (String name : sample.propertyNames()) {
            if (ours.has(name)) {
                compare(path + "." + name, sample.get(name), ours.get(name));
            } else if (!(familyOutside && Set.of("ps", "st").contains(name))) {
                differences.add(path + "." + name + " is missing");
            }
        }
        for (String name : ours.propertyNames()) {
            if (!sample.has(name) && !NEWER.contains(name)) {
                differences.add(path + "." + name + " is not in the sample");
            }
        }
    }

    private void elements(String path, JsonNode sample, JsonNode ours) {
        if (path.endsWith(".filters")) {
            filters(path, sample, ours);
        } else if (isTuple(sample)) {
            if (sample.size() != ours.size()) {
                differences.add(path + ": " + ours.size() + " columns instead of " + sample.size());
            }
            for (int i = 0; i < Math.min(sample.size(), ours.size()); i++) {
                compare(path + "[" + i + "]", sample.get(i), ours.get(i));
            }
        } else if (!sample.isEmpty()
                && ours.isEmpty()
                && !path.endsWith("permissions")
                && !path.endsWith("underlyingSubType")) {
            differences.add(path + " is empty, so that nothing was compared");
        } else if (!ours.isEmpty()) {
            sample.forEach(element -> ours.forEach(own -> compare(path + "[]", element, own)));
        }
    }

    /** Rows such as a book level or a candle, in which the place says what a value means. */
    private static boolean isTuple(JsonNode array) {
        return array.size() >= 2
                && !array.get(0).isContainer()
                && !array.get(0).asString("").matches("[A-Z_]+");
    }

    private void filters(String path, JsonNode sample, JsonNode ours) {
        for (JsonNode filter : sample) {
            String type = filter.path("filterType").asString();
            for (JsonNode own : ours) {
                if (own.path("filterType").asString().equals(type)) {
                    members(path + "." + type, filter, own);
                }
            }
        }
        for (String needed : List.of("PRICE_FILTER", "LOT_SIZE")) {
            if (ours.findValuesAsString("filterType").stream().noneMatch(needed::equals)) {
                differences.add(path + "." + needed + " is missing");
            }
        }
    }
}
