package io.tapeline.model.json;

import io.tapeline.model.decimal.DecimalText;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.MarketEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes events as flat JSON objects. Not for use by several threads. */
final class EventWriter {
    private final DecimalText decimals = new DecimalText();
    private final char[] time = new char[IsoMicros.LENGTH];

    void write(MarketEvent event, JsonGenerator out) {
        EventShape shape = EventShape.of(event.kind());
        out.writeStartObject();
        out.writeName("kind");
        out.writeString(event.kind().wireName());
        List<Property> properties = shape.properties();
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            Object value = property.getter().apply(event);
            if (property.name().getValue().equals("n") && Integer.valueOf(0).equals(value)) {
                continue;
            }
            out.writeName(property.name());
            write(property.type(), value, out);
        }
        out.writeEndObject();
    }

    private void write(ValueType type, @Nullable Object value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
            return;
        }
        switch (type) {
            case TEXT -> out.writeString((String) value);
            case DECIMAL -> writeDecimal((BigDecimal) value, out);
            case INTEGER -> out.writeNumber(((Number) value).longValue());
            case FLAG -> out.writeBoolean((Boolean) value);
            case TIME -> {
                IsoMicros.format((Long) value, time);
                out.writeString(time, 0, IsoMicros.LENGTH);
            }
            case CONSTANT -> out.writeString(Property.constantName((Enum<?>) value));
            case LEVELS -> writeLevels((Levels) value, out);
            case TEXTS -> {
                out.writeStartArray();
                ((List<?>) value).forEach(text -> out.writeString((String) text));
                out.writeEndArray();
            }
            case OBJECT -> writeObject((Map<?, ?>) value, out);
        }
    }

    private void writeDecimal(BigDecimal value, JsonGenerator out) {
        decimals.print(value);
        out.writeNumber(decimals.chars(), decimals.offset(), decimals.length());
    }

    private void writeLevels(Levels levels, JsonGenerator out) {
        out.writeStartArray();
        for (int i = 0; i < levels.size(); i++) {
            out.writeStartArray();
            decimals.print(levels.priceMantissa(i), levels.priceScale(i));
            out.writeNumber(decimals.chars(), decimals.offset(), decimals.length());
            decimals.print(levels.sizeMantissa(i), levels.sizeScale(i));
            out.writeNumber(decimals.chars(), decimals.offset(), decimals.length());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private void writeObject(Map<?, ?> object, JsonGenerator out) {
        out.writeStartObject();
        object.forEach((name, value) -> {
            out.writeName((String) name);
            switch (value) {
                case String text -> out.writeString(text);
                case BigDecimal number -> writeDecimal(number, out);
                case Boolean flag -> out.writeBoolean(flag);
                case Map<?, ?> nested -> writeObject(nested, out);
                default ->
                    throw new IllegalArgumentException("metadata." + name + " is a " + value.getClass()
                            + ", expected text, decimal, flag or object");
            }
        });
        out.writeEndObject();
    }
}
