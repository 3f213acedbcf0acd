package io.tapeline.collector.rest;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Marks what was decoded with how it came to be known. */
final class EventOrigins {
    private static final ClassValue<Copier> COPIERS = new ClassValue<>() {
        @Override
        protected Copier computeValue(Class<?> type) {
            return Copier.of(type);
        }
    };

    private EventOrigins() {}

    static List<Decoded> mark(List<Decoded> decoded, Origin origin) {
        return origin == Origin.LIVE
                ? decoded
                : decoded.stream().map(one -> mark(one, origin)).toList();
    }

    private static Decoded mark(Decoded decoded, Origin origin) {
        return switch (decoded) {
            case Decoded.Event(MarketEvent event) ->
                new Decoded.Event(
                        COPIERS.get(event.getClass()).copy(event, event.header().withOrigin(origin)));
            case Decoded.TickerChange ticker ->
                new Decoded.TickerChange(ticker.header().withOrigin(origin), ticker.snapshot(), ticker.values());
            case Decoded.QuoteChange quote ->
                new Decoded.QuoteChange(
                        quote.header().withOrigin(origin),
                        quote.snapshot(),
                        quote.bids(),
                        quote.asks(),
                        quote.sizeUnit(),
                        quote.sequence());
            case Decoded.BookUpdate book ->
                new Decoded.BookUpdate(
                        book.header().withOrigin(origin),
                        book.snapshot(),
                        book.bids(),
                        book.asks(),
                        book.sizeUnit(),
                        book.firstSequence(),
                        book.lastSequence(),
                        book.previousSequence(),
                        book.checksum());
            default -> decoded;
        };
    }

    /** Copies a record, all components but the header as they are. */
    private record Copier(Constructor<?> constructor, List<Method> accessors) {
        static Copier of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Copier(
                        type.getDeclaredConstructor(types),
                        Stream.of(components).map(RecordComponent::getAccessor).toList());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " has no canonical constructor", e);
            }
        }

        MarketEvent copy(MarketEvent event, Header header) {
            Object[] values = new Object[accessors.size()];
            try {
                for (int i = 0; i < values.length; i++) {
                    Method accessor = accessors.get(i);
                    values[i] = accessor.getReturnType() == Header.class ? header : accessor.invoke(event);
                }
                return (MarketEvent) constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot copy a " + event.kind() + " event", e);
            }
        }
    }
}
