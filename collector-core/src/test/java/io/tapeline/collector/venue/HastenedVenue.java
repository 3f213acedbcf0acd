package io.tapeline.collector.venue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes of a venue one whose streams count as silent, and whose connections end, sooner. */
final class HastenedVenue {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private HastenedVenue() {}

    /**
     * The venue itself in everything else.
     *
     * @param silence of every stream that may not be silent for ever
     * @param lifetime of connections; zero: for ever
     */
    static Venue of(Venue venue, Duration silence, Duration lifetime) {
        VenueSubscriptions subscriptions = altered(
                VenueSubscriptions.class,
                venue.subscriptions(),
                Map.of("streams", streams -> hastened((List<?>) streams, silence)));
        return altered(
                Venue.class,
                venue,
                Map.of(
                        "limits", limits -> hastened((VenueLimits) limits, lifetime),
                        "subscriptions", own -> subscriptions));
    }

    private static List<VenueStream> hastened(List<?> streams, Duration silence) {
        return streams.stream()
                .map(VenueStream.class::cast)
                .map(stream -> hastened(stream, silence))
                .toList();
    }

    private static VenueStream hastened(VenueStream stream, Duration silence) {
        return stream.mayBeSilent()
                ? stream
                : new VenueStream(stream.name(), stream.route(), stream.instrument(), stream.kinds(), silence);
    }

    private static VenueLimits hastened(VenueLimits limits, Duration lifetime) {
        return new VenueLimits(
                limits.streamsPerConnection(),
                limits.messagesPerSecond(),
                lifetime,
                limits.acknowledgementTimeout().isZero() ? Duration.ZERO : ANSWERS_WITHIN,
                limits.idleTimeout(),
                limits.maxFrameBytes());
    }

    /** Passes everything on, so that nothing an interface may ever ask is lost, and alters what these methods answer. */
    private static <T> T altered(Class<T> type, T own, Map<String, UnaryOperator<Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(own, arguments);
                        UnaryOperator<Object> altered = answers.get(method.getName());
                        return altered == null ? answer : altered.apply(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
