package io.tapeline.model.json;

import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes events as flat JSON objects. Not for use by several threads. */
final class EventWriter {
    /** Beginnings kept of each kind; when there are more, all are forgotten and built again. */
    private static final int MAX_BEGINNINGS = 2_000;

    private final JsonBytes out = new JsonBytes();
    private final Map<Kind, Map<InstrumentId, byte[]>> beginnings = new EnumMap<>(Kind.class);

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
        header(shape, event.header());
        List<Property> properties = shape.properties();
        for (int i = EventShape.HEADER_MEMBERS; i < properties.size(); i++) {
            Property property = properties.get(i);
            Object value = property.getter().apply(event);
            if (value == null) {
                out.raw(property.absent());
            } else if (property.type() == ValueType.CONSTANT) {
                out.raw(property.member((Enum<?>) value));
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
        out.raw(beginning(shape, header.instrument())).time(header.timestamp());
        out.raw(properties.get(4).member(header.timeSource()));
        out.raw(properties.get(5).start()).time(header.receivedAt());
        out.raw(properties.get(6).member(header.origin()));
        if (header.n() != 0) {
            out.raw(properties.get(7).start()).integer(header.n());
        }
    }

    /** From the brace to the timestamp: events of one kind and instrument begin alike, and there are many of them. */
    private byte[] beginning(EventShape shape, InstrumentId id) {
        Map<InstrumentId, byte[]> known = beginnings.computeIfAbsent(shape.kind(), kind -> new HashMap<>());
        byte[] beginning = known.get(id);
        if (beginning == null) {
            List<Property> properties = shape.properties();
            JsonBytes text = new JsonBytes()
                    .raw(shape.start())
                    .raw(properties.get(0).start())
                    .text(id.exchange());
            text.raw(properties.get(1).member(id.market()));
            text.raw(properties.get(2).start())
                    .text(id.symbol())
                    .raw(properties.get(3).start());
            beginning = text.toByteArray();
            if (known.size() >= MAX_BEGINNINGS) {
                known.clear();
            }
            known.put(id, beginning);
        }
        return beginning;
    }

    private void value(Property property, Object value) {
        switch (property.type()) {
            case TEXT -> out.text((String) value);
            case DECIMAL -> out.decimal((BigDecimal) value);
            case INTEGER -> out.integer(((Number) value).longValue());
            case FLAG -> out.raw((Boolean) value ? Property.TRUE : Property.FALSE);
            case TIME -> out.time((Long) value);
            case CONSTANT -> throw new IllegalArgumentException("a constant is written with its name");
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
