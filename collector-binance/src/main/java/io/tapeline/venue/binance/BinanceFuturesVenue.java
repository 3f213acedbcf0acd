package io.tapeline.venue.binance;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binance USD-M futures: perpetuals and dated futures that pay in a stablecoin. */
final class BinanceFuturesVenue implements Venue {
    private static final BigDecimal FUNDING_HOURS = BigDecimal.valueOf(8);

    /**
     * The venue allows 1024 streams a connection; a fifth keeps the loss of one connection small. It allows 10 messages a
     * second; 4 is enough. It pings every 3 minutes and liquidations may be all that a connection carries, so 4 minutes
     * of nothing are a dead connection. The longest frame is a depth message in a storm, some 100 KB, or all mark prices,
     * some 200 KB; anything over 2 MiB is no frame of Binance.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            200, 4, Duration.ofHours(24), Duration.ofSeconds(10), Duration.ofMinutes(4), 2 * 1024 * 1024);

    private final VenueSubscriptions subscriptions;
    private final VenueDecoder decoder = new BinanceDecoder(BinanceDialect.USD_M, LIMITS.maxFrameBytes());
    private final VenueRest rest;

    BinanceFuturesVenue(BinanceSettings settings) {
        this.subscriptions = new BinanceSubscriptions(new BinanceFuturesStreams(settings));
        this.rest = new BinanceFuturesRest(settings);
    }

    @Override
    public String feed() {
        return BinanceDialect.USD_M.feed();
    }

    @Override
    public String exchange() {
        return BinanceDialect.EXCHANGE;
    }

    @Override
    public Market primaryMarket() {
        return Market.PERPETUAL;
    }

    @Override
    public Set<Market> markets() {
        return Set.of(Market.PERPETUAL, Market.FUTURE);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.TRADE,
                Kind.BOOK,
                Kind.QUOTE,
                Kind.MARK_PRICE,
                Kind.FUNDING_RATE,
                Kind.OPEN_INTEREST,
                Kind.LIQUIDATION,
                Kind.CANDLE,
                Kind.LONG_SHORT_RATIO,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.SETTLEMENT, "delivery prices are not collected",
                Kind.OPTION_SUMMARY, "options trade on another host, which is not collected");
    }

    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_IDS;
            case QUOTE -> Continuity.INCREASING_IDS;
            // At most one a second and symbol, the largest.
            case LIQUIDATION -> Continuity.SAMPLED;
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
        return Optional.of(new BinanceFuturesBookSequencer());
    }

    @Override
    public VenueRest rest() {
        return rest;
    }

    /** What fundingInfo does not name pays every 8 hours; dated futures pay none. */
    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return instrument.market() == Market.PERPETUAL ? Optional.of(FUNDING_HOURS) : Optional.empty();
    }
}
