package io.tapeline.model.json;

import io.tapeline.model.event.JsonName;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * One JSON member of an event.
 *
 * @param name snake_case
 * @param required whether null is not allowed
 * @param getter reads it from the event
 * @param constants the values of an enum by their JSON names
 */
record Property(
        SerializableString name,
        ValueType type,
        Class<?> javaType,
        boolean required,
        Function<Object, @Nullable Object> getter,
        Map<String, Object> constants) {

    static Property of(RecordComponent component, boolean required, Function<Object, @Nullable Object> getter) {
        Class<?> type = component.getType();
        Map<String, Object> constants = type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .collect(Collectors.toMap(c -> constantName((Enum<?>) c), Function.identity()))
                : Map.of();
        return new Property(
                new SerializedString(jsonName(component)), ValueType.of(component), type, required, getter, constants);
    }

    static String constantName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String jsonName(RecordComponent component) {
        JsonName given = component.getAnnotation(JsonName.class);
        return given != null
                ? given.value()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
