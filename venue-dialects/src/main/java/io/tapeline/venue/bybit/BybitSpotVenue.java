package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bybit spot. Sizes of trades, books and quotes count the base asset. Pairs are spelled like the perpetuals of feed
 * {@code bybit}, their topics too: {@code BTCUSDT} is a pair because it came here.
 */
final class BybitSpotVenue extends VenueAdapter {
    private static final String NO_CONTRACTS = "Bybit spot has no contracts; see feed bybit";

    /** Small pairs go the better part of an hour without a trade. */
    private static final Duration TRADE_SILENCE = Duration.ofHours(1);

    /** Some of the levels move, if only by the hand of who makes the market. */
    private static final Duration BOOK_SILENCE = Duration.ofMinutes(3);

    BybitSpotVenue(BybitSpotSettings settings) {
        super(
                new VenueName(BybitCategory.SPOT.feed(), BybitCategory.EXCHANGE, Market.SPOT),
                new VenueParts(
                        BybitSubscriptions.LIMITS,
                        new BybitSubscriptions(
                                new BybitMarketTopics(
                                        BybitCategory.SPOT,
                                        settings.depth(),
                                        settings.intervals(),
                                        TRADE_SILENCE,
                                        BOOK_SILENCE),
                                settings.hosts(),
                                BybitCategory.SPOT),
                        BybitDecoding.of(BybitCategory.SPOT),
                        Optional.of(new BybitBookSequencer()),
                        new BybitSpotRest(settings)));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.CANDLE, Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.MARK_PRICE, NO_CONTRACTS,
                Kind.FUNDING_RATE, NO_CONTRACTS,
                Kind.OPEN_INTEREST, NO_CONTRACTS,
                Kind.LIQUIDATION, NO_CONTRACTS,
                Kind.LONG_SHORT_RATIO, NO_CONTRACTS,
                Kind.SETTLEMENT, NO_CONTRACTS,
                Kind.OPTION_SUMMARY, NO_CONTRACTS);
    }

    /** Ids of trades are numbers that grow, without a word on whether they skip; {@code seq} skips and repeats. */
    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE, QUOTE -> Continuity.INCREASING_IDS;
            default -> Continuity.NONE;
        };
    }
}
