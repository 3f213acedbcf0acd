package io.tapeline.emulator.kit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where a message of the emulator looks different from a real one: members, JSON types, whole numbers and decimals, and
 * the columns of rows. Nothing is taken for the same because there is nothing to compare, unless a venue's freedoms say
 * so.
 */
public final class WireShape {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** What may differ at members of some names; what an array holds goes by the name of the array. */
    public enum Freedom {
        /** Either message may lack it. */
        ABSENT,
        /** The real message may lack it, for it was taken before the venue added it. */
        NEWER,
        /** It may be null in either. */
        NULL,
        /** Ours may be an empty array or object where the real one is not. */
        EMPTY,
        /** Ours may be an empty text or one that is no decimal where the real one is a decimal. */
        TEXT,
        /** Whole numbers and fractions may stand for each other, since amounts may happen to be whole. */
        FRACTION,
        /** A list of scalars, of any length, rather than a row whose places mean something. */
        LIST,
        /** An object by names that vary, such as tickers. */
        MAP,
        /** Its value is not compared. */
        VALUE
    }

    private final Map<Freedom, Set<String>> freedoms;
    private final Map<String, String> kinds;
    private final boolean ordered;

    private WireShape(Map<Freedom, Set<String>> freedoms, Map<String, String> kinds, boolean ordered) {
        this.freedoms = freedoms;
        this.kinds = kinds;
        this.ordered = ordered;
    }

    /** Without any freedom. */
    public static WireShape exact() {
        return new WireShape(Map.of(), Map.of(), false);
    }

    /** This one with a freedom for members of these names besides those that had it; the message itself is "". */
    public WireShape allowing(Freedom freedom, String... names) {
        Map<Freedom, Set<String>> wider = new EnumMap<>(Freedom.class);
        wider.putAll(freedoms);
        Set<String> all = new LinkedHashSet<>(freedoms.getOrDefault(freedom, Set.of()));
        all.addAll(Set.of(names));
        wider.put(freedom, all);
        return new WireShape(wider, kinds, ordered);
    }

    /** This one, in which elements of an array are compared with those alone that have the same value of a member. */
    public WireShape byKind(String array, String member) {
        Map<String, String> more = new HashMap<>(kinds);
        more.put(array, member);
        return new WireShape(freedoms, more, ordered);
    }

    /** This one, in which members must stand in the order of the real ones too. */
    public WireShape ordered() {
        return new WireShape(freedoms, kinds, true);
    }

    /** One line for each difference, beginning with the path to it; empty when both look the same. */
    public Set<String> differences(JsonNode real, JsonNode ours) {
        Set<String> differences = new LinkedHashSet<>();
        compare("", "", real, ours, differences);
        return differences;
    }

    private boolean may(Freedom freedom, String name) {
        return freedoms.getOrDefault(freedom, Set.of()).contains(name);
    }

    private void compare(String path, String name, JsonNode real, JsonNode ours, Set<String> differences) {
        if (may(Freedom.VALUE, name) || (real.isNull() || ours.isNull()) && may(Freedom.NULL, name)) {
            return;
        }
        if (real.getNodeType() != ours.getNodeType()) {
            differences.add(path + ": " + ours + " is not of the type of " + real);
        } else if (real.isObject()) {
            object(path, name, real, ours, differences);
        } else if (real.isArray()) {
            array(path, name, real, ours, differences);
        } else if (real.isNumber() && real.isIntegralNumber() != ours.isIntegralNumber()) {
            if (!may(Freedom.FRACTION, name)) {
                differences.add(path + ": " + ours + " is not whole or a fraction like " + real);
            }
        } else if (decimal(real) && !decimal(ours) && !may(Freedom.TEXT, name)) {
            differences.add(path + ": " + ours + " is no decimal like " + real);
        }
    }

    private static boolean decimal(JsonNode text) {
        return text.isString() && DECIMAL.matcher(text.asString()).matches();
    }

    private void object(String path, String name, JsonNode real, JsonNode ours, Set<String> differences) {
        if (may(Freedom.MAP, name)) {
            each(path + ".*", name + ".*", real, ours, differences);
            return;
        }
        if (ordered && !common(real, ours).equals(common(ours, real))) {
            differences.add(path + ": " + common(ours, real) + " is not the order of " + common(real, ours));
        }
        for (String member : real.propertyNames()) {
            if (ours.has(member)) {
                compare(path + "." + member, member, real.get(member), ours.get(member), differences);
            } else if (!may(Freedom.ABSENT, member)) {
                differences.add(path + "." + member + " is missing");
            }
        }
        for (String member : ours.propertyNames()) {
            if (!real.has(member) && !may(Freedom.ABSENT, member) && !may(Freedom.NEWER, member)) {
                differences.add(path + "." + member + " is not in the real one");
            }
        }
    }

    /** Members of the one that the other has too, in its order. */
    private static List<String> common(JsonNode one, JsonNode other) {
        return one.propertyNames().stream().filter(other::has).toList();
    }

    private void array(String path, String name, JsonNode real, JsonNode ours, Set<String> differences) {
        if (!row(real) || may(Freedom.LIST, name)) {
            each(path + "[]", name, real, ours, differences);
            return;
        }
        if (real.size() != ours.size()) {
            differences.add(path + ": " + ours.size() + " columns instead of " + real.size());
        }
        for (int i = 0; i < Math.min(real.size(), ours.size()); i++) {
            compare(path + "[" + i + "]", name, real.get(i), ours.get(i), differences);
        }
    }

    /** A level or a candle, in which the place says what a value means, has scalars or elements of several types. */
    private static boolean row(JsonNode array) {
        List<JsonNode> elements =
                array.valueStream().filter(element -> !element.isNull()).toList();
        return elements.stream().anyMatch(JsonNode::isValueNode)
                || elements.stream().map(JsonNode::getNodeType).distinct().count() > 1;
    }

    /** Every value of ours is like every real one of its kind. */
    private void each(String path, String name, JsonNode real, JsonNode ours, Set<String> differences) {
        boolean compared = false;
        for (JsonNode one : real) {
            for (JsonNode own : ours) {
                if (!kinds.containsKey(name) || own.path(kinds.get(name)).equals(one.path(kinds.get(name)))) {
                    compare(path, name, one, own, differences);
                    compared = true;
                }
            }
        }
        if (!real.isEmpty() && !compared && !may(Freedom.EMPTY, name)) {
            differences.add(path + " has nothing to compare");
        }
    }
}
