package io.tapeline.model.json;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.EpochMicros;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How a component of an event is written to JSON. */
public enum ValueType {
    TEXT("string"),
    DECIMAL("number"),
    INTEGER("integer"),
    FLAG("boolean"),
    TIME("string"),
    CONSTANT("string"),
    LEVELS("array"),
    TEXTS("array"),
    OBJECT("object");

    private final String jsonType;

    ValueType(String jsonType) {
        this.jsonType = jsonType;
    }

    /** The JSON Schema type. */
    public String jsonType() {
        return jsonType;
    }

    static ValueType of(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.isAnnotationPresent(EpochMicros.class)) {
            return TIME;
        } else if (type == String.class) {
            return TEXT;
        } else if (type == BigDecimal.class) {
            return DECIMAL;
        } else if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return INTEGER;
        } else if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        } else if (type.isEnum()) {
            return CONSTANT;
        } else if (type == Levels.class) {
            return LEVELS;
        } else if (List.class.isAssignableFrom(type)) {
            return TEXTS;
        } else if (Map.class.isAssignableFrom(type)) {
            return OBJECT;
        }
        throw new IllegalArgumentException("no JSON form for " + component);
    }
}
