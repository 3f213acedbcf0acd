package io.tapeline.model.json;

import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON members of a kind of event, derived from its record: nested records are flattened, and a member that two of
 * them share (the instrument's id) is written once and given to both.
 */
final class EventShape {
    /** Every event begins with the members of its header. */
    static final int HEADER_MEMBERS = 8;

    private static final EventShape[] SHAPES =
            Arrays.stream(Kind.values()).map(EventShape::new).toArray(EventShape[]::new);

    private final Kind kind;
    private final byte[] start;
    private final List<Property> properties = new ArrayList<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Node root;

    private EventShape(Kind kind) {
        this.kind = kind;
        this.start = Property.utf8("{\"kind\":\"" + kind.wireName() + '"');
        this.root = node(kind.type(), null);
    }

    @SuppressWarnings("EnumOrdinal") // an index for this process alone, faster than a map
    static EventShape of(Kind kind) {
        return SHAPES[kind.ordinal()];
    }

    Kind kind() {
        return kind;
    }

    /** The beginning of every event of the kind, up to the value of {@code kind}. */
    byte[] start() {
        return start;
    }

    List<Property> properties() {
        return properties;
    }

    /** Position of a member, or -1 when the kind has none of that name. */
    int indexOf(String name) {
        Integer index = indexes.get(name);
        return index == null ? -1 : index;
    }

    /** Builds an event from its members' values, in the order of {@link #properties}. */
    MarketEvent create(@Nullable Object[] values) {
        return (MarketEvent) root.create(values);
    }

    private Node node(Class<?> type, @Nullable Function<Object, @Nullable Object> path) {
        RecordComponent[] components = type.getRecordComponents();
        List<Source> sources = new ArrayList<>();
        for (RecordComponent component : components) {
            Function<Object, @Nullable Object> getter = getter(type, component);
            Function<Object, @Nullable Object> fromEvent = path == null ? getter : path.andThen(getter);
            if (component.getType().isRecord()) {
                sources.add(node(component.getType(), fromEvent));
            } else {
                sources.add(new Member(member(component, fromEvent)));
            }
        }
        return new Node(constructor(type, components), sources);
    }

    private int member(RecordComponent component, Function<Object, @Nullable Object> getter) {
        String name = Property.jsonName(component);
        return indexes.computeIfAbsent(name, absent -> {
            boolean required = !name.equals("n") && component.getAnnotatedType().getAnnotation(Nullable.class) == null;
            properties.add(Property.of(component, required, getter));
            return properties.size() - 1;
        });
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> getter(Class<?> type, RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + type + "." + component.getName(), e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.lookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type, e);
        }
    }

    /** Where an argument of a constructor comes from. */
    private sealed interface Source {
        @Nullable
        Object create(@Nullable Object[] values);
    }

    private record Member(int index) implements Source {
        @Override
        public @Nullable Object create(@Nullable Object[] values) {
            return values[index];
        }
    }

    private record Node(MethodHandle constructor, List<Source> sources) implements Source {
        @Override
        public Object create(@Nullable Object[] values) {
            @Nullable Object[] arguments = new Object[sources.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = sources.get(i).create(values);
            }
            try {
                return (Object) constructor.invokeExact(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
