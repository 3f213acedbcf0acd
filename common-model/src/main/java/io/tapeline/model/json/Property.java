package io.tapeline.model.json;

import io.tapeline.model.event.JsonName;
import io.tapeline.model.instrument.Sector;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One JSON member of an event.
 *
 * @param name snake_case
 * @param start {@code ,"name":}
 * @param absent {@code ,"name":null}
 * @param required whether null is not allowed
 * @param getter reads it from the event
 * @param constants the values of an enum by their JSON names
 * @param constantMembers {@code ,"name":"value"} for every value of an enum, by ordinal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Property(
        String name,
        byte[] start,
        byte[] absent,
        ValueType type,
        Class<?> javaType,
        boolean required,
        Function<Object, @Nullable Object> getter,
        Map<String, Object> constants,
        byte[][] constantMembers) {

    static final byte[] TRUE = utf8("true");
    static final byte[] FALSE = utf8("false");

    static Property of(RecordComponent component, boolean required, Function<Object, @Nullable Object> getter) {
        String name = jsonName(component);
        Class<?> type = component.getType();
        List<Enum<?>> values = type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .<Enum<?>>map(c -> (Enum<?>) c)
                        .toList()
                : List.of();
        return new Property(
                name,
                utf8(",\"" + name + "\":"),
                utf8(",\"" + name + "\":null"),
                ValueType.of(component),
                type,
                required,
                getter,
                values.stream().collect(Collectors.toMap(Property::constantName, Function.identity())),
                values.stream()
                        .map(c -> utf8(",\"" + name + "\":\"" + constantName(c) + '"'))
                        .toArray(byte[][]::new));
    }

    /** {@code ,"name":"value"} of a value of an enum. */
    @SuppressWarnings("EnumOrdinal") // an index for this process alone, faster than a map
    byte[] member(Enum<?> value) {
        return constantMembers[value.ordinal()];
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lower case, but for sectors, which are written as people write them. */
    static String constantName(Enum<?> constant) {
        return constant instanceof Sector sector
                ? sector.name()
                : constant.name().toLowerCase(Locale.ROOT);
    }

    static String jsonName(RecordComponent component) {
        JsonName given = component.getAnnotation(JsonName.class);
        return given != null
                ? given.value()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
