package io.tapeline.model.json;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes events as flat JSON objects. Not for use by several threads. */
final class EventWriter {
    private final JsonBytes out = new JsonBytes();

    byte[] write(MarketEvent event) {
        out.clear();
        append(event);
        return out.toByteArray();
    }

    byte[] writeAll(List<? extends MarketEvent> events) {
        out.clear().raw('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                out.raw(',');
            }
            append(events.get(i));
        }
        return out.raw(']').toByteArray();
    }

    private void append(MarketEvent event) {
        EventShape shape = EventShape.of(event.kind());
        out.raw(shape.start());
        header(shape, event.header());
        List<Property> properties = shape.properties();
        for (int i = EventShape.HEADER_MEMBERS; i < properties.size(); i++) {
            Property property = properties.get(i);
            Object value = property.getter().apply(event);
            if (value == null) {
                out.raw(property.absent());
            } else {
                out.raw(property.start());
                value(property, value);
            }
        }
        out.raw('}');
    }

    /** The same in every event, so written without asking the properties one by one; the order is {@link Header}'s. */
    private void header(EventShape shape, Header header) {
        List<Property> properties = shape.properties();
        InstrumentId id = header.instrument();
        out.raw(properties.get(0).start()).text(id.exchange());
        out.raw(properties.get(1).start()).raw(properties.get(1).constant(id.market()));
        out.raw(properties.get(2).start()).text(id.symbol());
        out.raw(properties.get(3).start()).time(header.timestamp());
        out.raw(properties.get(4).start()).raw(properties.get(4).constant(header.timeSource()));
        out.raw(properties.get(5).start()).time(header.receivedAt());
        out.raw(properties.get(6).start()).raw(properties.get(6).constant(header.origin()));
        if (header.n() != 0) {
            out.raw(properties.get(7).start()).integer(header.n());
        }
    }

    private void value(Property property, Object value) {
        switch (property.type()) {
            case TEXT -> out.text((String) value);
            case DECIMAL -> out.decimal((BigDecimal) value);
            case INTEGER -> out.integer(((Number) value).longValue());
            case FLAG -> out.raw((Boolean) value ? Property.TRUE : Property.FALSE);
            case TIME -> out.time((Long) value);
            case CONSTANT -> out.raw(property.constant((Enum<?>) value));
            case LEVELS -> out.levels((Levels) value);
            case TEXTS -> texts((List<?>) value);
            case OBJECT -> object((Map<?, ?>) value);
        }
    }

    private void texts(List<?> texts) {
        out.raw('[');
        String separator = "";
        for (Object text : texts) {
            if (!separator.isEmpty()) {
                out.raw(',');
            }
            separator = ",";
            out.text((String) text);
        }
        out.raw(']');
    }

    private void object(Map<?, ?> object) {
        out.raw('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!first) {
                out.raw(',');
            }
            first = false;
            String name = (String) member.getKey();
            out.text(name).raw(':');
            switch (member.getValue()) {
                case String text -> out.text(text);
                case BigDecimal number -> out.decimal(number);
                case Boolean flag -> out.raw(flag ? Property.TRUE : Property.FALSE);
                case Map<?, ?> nested -> object(nested);
                default ->
                    throw new IllegalArgumentException("metadata." + name + " is a "
                            + member.getValue().getClass() + ", expected text, decimal, flag or object");
            }
        }
        out.raw('}');
    }
}
