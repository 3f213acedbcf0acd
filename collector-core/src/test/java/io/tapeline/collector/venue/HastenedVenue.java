package io.tapeline.collector.venue;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A venue whose streams count as silent, and whose connections end, sooner. */
final class HastenedVenue extends VenueAdapter {
    private final Venue venue;

    /**
     * @param silence of every stream that may not be silent for ever
     * @param lifetime of connections; zero: for ever
     */
    HastenedVenue(Venue venue, Duration silence, Duration lifetime) {
        super(
                new VenueName(venue.feed(), venue.exchange(), venue.primaryMarket()),
                new VenueParts(
                        hastened(venue.limits(), lifetime),
                        new HastenedSubscriptions(venue.subscriptions(), silence),
                        venue.decoder(),
                        venue.books(),
                        venue.rest()));
        this.venue = venue;
    }

    private static VenueLimits hastened(VenueLimits limits, Duration lifetime) {
        return new VenueLimits(
                limits.streamsPerConnection(),
                limits.messagesPerSecond(),
                lifetime,
                Duration.ofSeconds(3),
                limits.idleTimeout(),
                limits.maxFrameBytes());
    }

    @Override
    public Set<Market> markets() {
        return venue.markets();
    }

    @Override
    public Set<Kind> kinds() {
        return venue.kinds();
    }

    @Override
    public Map<Kind, String> unsupported() {
        return venue.unsupported();
    }

    @Override
    public Continuity continuity(Kind kind) {
        return venue.continuity(kind);
    }

    @Override
    public boolean tradesBeginInThePast() {
        return venue.tradesBeginInThePast();
    }

    @Override
    public Optional<Duration> candlesSettleWithin() {
        return venue.candlesSettleWithin();
    }

    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return venue.defaultFundingIntervalHours(instrument);
    }

    /** @param silence of every stream that may not be silent for ever */
    private record HastenedSubscriptions(VenueSubscriptions own, Duration silence) implements VenueSubscriptions {
        @Override
        public List<VenueStream> streams(Collection<Instrument> instruments, Set<Kind> kinds) {
            return own.streams(instruments, kinds).stream().map(this::hastened).toList();
        }

        private VenueStream hastened(VenueStream stream) {
            return stream.mayBeSilent()
                    ? stream
                    : new VenueStream(stream.name(), stream.route(), stream.instrument(), stream.kinds(), silence);
        }

        @Override
        public URI endpoint(String route) {
            return own.endpoint(route);
        }

        @Override
        public List<URI> endpoints(String route) {
            return own.endpoints(route);
        }

        @Override
        public FrameEncoding encoding() {
            return own.encoding();
        }

        @Override
        public List<SubscribeRequest> opening(Supplier<Long> ids) {
            return own.opening(ids);
        }

        @Override
        public boolean replays(Kind kind) {
            return own.replays(kind);
        }

        @Override
        public Optional<Heartbeat> heartbeat() {
            return own.heartbeat();
        }

        @Override
        public List<SubscribeRequest> subscribe(List<VenueStream> streams, Supplier<Long> ids) {
            return own.subscribe(streams, ids);
        }

        @Override
        public List<SubscribeRequest> unsubscribe(List<VenueStream> streams, Supplier<Long> ids) {
            return own.unsubscribe(streams, ids);
        }
    }
}
