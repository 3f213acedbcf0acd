package io.tapeline.venue.binance;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binance spot. */
final class BinanceSpotVenue implements Venue {
    private static final String NO_DERIVATIVES = "Binance spot has no derivatives; see feed binance-futures";

    /**
     * The venue allows 1024 streams a connection; a fifth keeps the loss of one connection small. It allows 5 messages a
     * second, pongs included, so one is left for those. It pings every 20 s, so a minute of nothing is a dead connection.
     * The longest frame is a depth message in a storm, some 100 KB; anything over 2 MiB is no frame of Binance.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            200, 4, Duration.ofHours(24), Duration.ofSeconds(10), Duration.ofMinutes(1), 2 * 1024 * 1024);

    private final VenueSubscriptions subscriptions;
    private final VenueDecoder decoder = new BinanceDecoder(BinanceDialect.SPOT, LIMITS.maxFrameBytes());
    private final VenueRest rest;

    BinanceSpotVenue(BinanceSettings settings) {
        this.subscriptions = new BinanceSubscriptions(new BinanceSpotStreams(settings));
        this.rest = new BinanceSpotRest(settings);
    }

    @Override
    public String feed() {
        return BinanceDialect.SPOT.feed();
    }

    @Override
    public String exchange() {
        return BinanceDialect.EXCHANGE;
    }

    @Override
    public Market primaryMarket() {
        return Market.SPOT;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.CANDLE, Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.MARK_PRICE, NO_DERIVATIVES,
                Kind.FUNDING_RATE, NO_DERIVATIVES,
                Kind.OPEN_INTEREST, NO_DERIVATIVES,
                Kind.LIQUIDATION, NO_DERIVATIVES,
                Kind.LONG_SHORT_RATIO, NO_DERIVATIVES);
    }

    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_IDS;
            case QUOTE -> Continuity.INCREASING_IDS;
            default -> Continuity.NONE;
        };
    }

    @Override
    public VenueLimits limits() {
        return LIMITS;
    }

    @Override
    public VenueSubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public VenueDecoder decoder() {
        return decoder;
    }

    @Override
    public Optional<BookSequencer> books() {
        return Optional.of(new BinanceSpotBookSequencer());
    }

    @Override
    public VenueRest rest() {
        return rest;
    }
}
