package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
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
    BybitLinearVenue(BybitSettings settings) {
        super(
                new VenueName(BybitCategory.LINEAR.feed(), BybitCategory.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        BybitSubscriptions.LIMITS,
                        new BybitSubscriptions(new BybitLinearTopics(settings), settings.hosts(), BybitCategory.LINEAR),
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
