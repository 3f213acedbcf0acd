package io.tapeline.venue.binance;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binance USD-M futures: perpetuals and dated futures that pay in a stablecoin. */
final class BinanceFuturesVenue extends VenueAdapter {
    private static final BigDecimal FUNDING_HOURS = BigDecimal.valueOf(8);

    /**
     * The venue allows 1024 streams a connection; a fifth keeps the loss of one connection small. It allows 10 messages a
     * second; 4 is enough. It pings every 3 minutes and liquidations may be all that a connection carries, so 4 minutes
     * of nothing are a dead connection. The longest frame is a depth message in a storm, some 100 KB, or all mark prices,
     * some 200 KB; anything over 2 MiB is no frame of Binance.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            200, 4, Duration.ofHours(24), Duration.ofSeconds(10), Duration.ofMinutes(4), 2 * 1024 * 1024);

    BinanceFuturesVenue(BinanceSettings settings) {
        super(
                new VenueName(BinanceDialect.USD_M.feed(), BinanceDialect.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new BinanceSubscriptions(new BinanceFuturesStreams(settings)),
                        new BinanceDecoder(BinanceDialect.USD_M, LIMITS.maxFrameBytes()),
                        Optional.of(new BinanceFuturesBookSequencer()),
                        new BinanceFuturesRest(settings)));
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

    /** What fundingInfo does not name pays every 8 hours; dated futures pay none. */
    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return instrument.market() == Market.PERPETUAL ? Optional.of(FUNDING_HOURS) : Optional.empty();
    }
}
