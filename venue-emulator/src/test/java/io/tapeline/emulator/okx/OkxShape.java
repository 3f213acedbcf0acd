package io.tapeline.emulator.okx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether a message has the members, JSON types and columns of a real one. */
final class OkxShape {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Members that the venue added after some of the samples were taken, or writes for some kinds of contracts only. */
    private static final Set<String> NOT_EVERYWHERE = Set.of(
            "auctionEndTime",
            "contTdSwTime",
            "formulaType",
            "fundingRate",
            "futureSettlement",
            "groupId",
            "impactValue",
            "instCategory",
            "instIdCode",
            "interestRate",
            "maxFundingRate",
            "maxLmtAmt",
            "maxMktAmt",
            "maxPlatOILmt",
            "method",
            "minFundingRate",
            "nextFundingTime",
            "openType",
            "oiUsd",
            "posLmtAmt",
            "posLmtPct",
            "preMktSwTime",
            "premium",
            "prevFundingTime",
            "prevSeqId",
            "ruleType",
            "seqId",
            "settFundingRate",
            "settState",
            "source",
            "tradeQuoteCcyList",
            "ts",
            "upcChg",
            "id",
            "connId");

    private final List<String> differences = new ArrayList<>();

    private OkxShape() {}

    static List<String> differences(JsonNode sample, JsonNode ours) {
        OkxShape shape = new OkxShape();
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
            if (ours.has(name)) {
                compare(path + "." + name, sample.get(name), ours.get(name));
            } else if (!NOT_EVERYWHERE.contains(name)) {
                differences.add(path + "." + name + " is missing");
            }
        }
        for (String name : ours.propertyNames()) {
            if (!sample.has(name) && !NOT_EVERYWHERE.contains(name)) {
                differences.add(path + "." + name + " is not in the sample");
            }
        }
    }

    /** Levels, candles and statistics are rows, in which the place says what a value means. */
    private void elements(String path, JsonNode sample, JsonNode ours) {
        if (!sample.isEmpty() && !sample.get(0).isContainer()) {
            if (!path.endsWith("QuoteCcyList") && sample.size() != ours.size()) {
                differences.add(path + ": " + ours.size() + " columns instead of " + sample.size());
            }
            for (int i = 0; i < Math.min(sample.size(), ours.size()); i++) {
                compare(path + "[" + i + "]", sample.get(i), ours.get(i));
            }
        } else if (!ours.isEmpty()) {
            sample.forEach(element -> ours.forEach(own -> compare(path + "[]", element, own)));
        }
    }
}
