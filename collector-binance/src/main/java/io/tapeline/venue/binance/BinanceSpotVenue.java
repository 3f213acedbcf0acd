package io.tapeline.venue.binance;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binance spot. */
final class BinanceSpotVenue extends VenueAdapter {
    private static final String NO_DERIVATIVES = "Binance spot has no derivatives; see feed binance-futures";

    /**
     * The venue allows 1024 streams a connection; a fifth keeps the loss of one connection small. It allows 5 messages a
     * second, pongs included, so one is left for those. It pings every 20 s, so a minute of nothing is a dead connection.
     * The longest frame is a depth message in a storm, some 100 KB; anything over 2 MiB is no frame of Binance.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            200, 4, Duration.ofHours(24), Duration.ofSeconds(10), Duration.ofMinutes(1), 2 * 1024 * 1024);

    BinanceSpotVenue(BinanceSettings settings) {
        super(
                new VenueName(BinanceDialect.SPOT.feed(), BinanceDialect.EXCHANGE, Market.SPOT),
                new VenueParts(
                        LIMITS,
                        new BinanceSubscriptions(new BinanceSpotStreams(settings)),
                        new BinanceDecoder(BinanceDialect.SPOT, LIMITS.maxFrameBytes()),
                        Optional.of(new BinanceSpotBookSequencer()),
                        new BinanceSpotRest(settings)));
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
}
