package io.tapeline.venue.bybit;

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

/**
 * Bybit linear: perpetuals and dated futures that pay in USDT or USDC. Sizes of trades, books, liquidations and open
 * interest count the base asset, so {@code base_size} is the size itself; {@code 1000PEPEUSDT} counts bundles of 1000,
 * as its price does. (Inverse contracts, which are no part of the feed, count dollars.) Open interest is published with
 * both sides added up and halved here.
 */
final class BybitLinearVenue implements Venue {
    /**
     * The venue limits the topics of a connection to 21,000 characters; 200 of them have at most some 8,000. It says
     * nothing of messages a second. It answers a ping every 20 s, so a minute of nothing is a dead connection. The
     * longest frame is one of 1024 trades, some 250 KB; anything over 2 MiB is no frame of Bybit.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(200, 10, Duration.ZERO, Duration.ofSeconds(10), Duration.ofMinutes(1), 2 * 1024 * 1024);

    private final VenueSubscriptions subscriptions;
    private final VenueDecoder decoder = BybitDecoding.of(BybitCategory.LINEAR);
    private final VenueRest rest;

    BybitLinearVenue(BybitSettings settings) {
        this.subscriptions = new BybitSubscriptions(new BybitLinearTopics(settings), settings, BybitCategory.LINEAR);
        this.rest = new BybitLinearRest(settings);
    }

    @Override
    public String feed() {
        return BybitCategory.LINEAR.feed();
    }

    @Override
    public String exchange() {
        return BybitCategory.EXCHANGE;
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
        return Optional.of(new BybitBookSequencer());
    }

    @Override
    public VenueRest rest() {
        return rest;
    }
}
