package io.tapeline.emulator.binance;

import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What may differ in a payload of the emulator from a real one: members that only newer payloads have may be missing in
 * a sample, and of the filters of a symbol each has those of its own.
 */
final class Shape {
    /** The documentation gives the dates at which the newer ones were added. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.NEWER,
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
                    "allowedSelfTradePreventionModes")
            .allowing(Freedom.LIST, "allowedSelfTradePreventionModes", "orderTypes", "permissions", "timeInForce")
            .allowing(Freedom.EMPTY, "permissions", "underlyingSubType")
            .byKind("filters", "filterType");

    private Shape() {}

    static Set<String> differences(String channel, JsonNode sample, JsonNode ours) {
        Set<String> differences = of(channel).differences(sample, ours);
        for (JsonNode filters : ours.findValues("filters")) {
            for (String needed : List.of("PRICE_FILTER", "LOT_SIZE")) {
                if (!filters.findValuesAsString("filterType").contains(needed)) {
                    differences.add(".filters." + needed + " is missing");
                }
            }
        }
        return differences;
    }

    /**
     * @param channel tells the older form that had {@code timestamp} as a string, and the documentation's own form of
     *     a liquidation, whose family stands elsewhere than in captures
     */
    private static WireShape of(String channel) {
        if (channel.contains("older doc form")) {
            return SHAPE.allowing(Freedom.VALUE, "timestamp");
        }
        return channel.contains("ps/st outside o") ? SHAPE.allowing(Freedom.ABSENT, "ps", "st") : SHAPE;
    }
}
