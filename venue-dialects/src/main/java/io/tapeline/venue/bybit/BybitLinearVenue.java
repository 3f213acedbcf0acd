package io.tapeline.venue.bybit;

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

/**
 * Bybit linear: perpetuals and dated futures that pay in USDT or USDC. Sizes of trades, books, liquidations and open
 * interest count the base asset, so {@code base_size} is the size itself; {@code 1000PEPEUSDT} counts bundles of 1000,
 * as its price does. (Inverse contracts, which are no part of the feed, count dollars.) Open interest is published with
 * both sides added up and halved here.
 */
final class BybitLinearVenue extends VenueAdapter {
    /**
     * The venue limits the topics of a connection to 21,000 characters; 200 of them have at most some 8,000. It says
     * nothing of messages a second. It answers a ping every 20 s, so a minute of nothing is a dead connection. The
     * longest frame is one of 1024 trades, some 250 KB; anything over 2 MiB is no frame of Bybit.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(200, 10, Duration.ZERO, Duration.ofSeconds(10), Duration.ofMinutes(1), 2 * 1024 * 1024);

    BybitLinearVenue(BybitSettings settings) {
        super(
                new VenueName(BybitCategory.LINEAR.feed(), BybitCategory.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new BybitSubscriptions(new BybitLinearTopics(settings), settings, BybitCategory.LINEAR),
                        BybitDecoding.of(BybitCategory.LINEAR),
                        Optional.of(new BybitBookSequencer()),
                        new BybitLinearRest(settings)));
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
                Kind.SETTLEMENT,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.OPTION_SUMMARY, "options are another category, which is not collected",
                Kind.VOLATILITY_INDEX, "the venue has none, only historical volatility");
    }

    /** Trades have ids of no order; their {@code seq} skips and repeats. Every liquidation is sent, without an id. */
    @Override
    public Continuity continuity(Kind kind) {
        return kind == Kind.QUOTE ? Continuity.INCREASING_IDS : Continuity.NONE;
    }
}
