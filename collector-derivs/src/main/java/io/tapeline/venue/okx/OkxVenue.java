package io.tapeline.venue.okx;

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
 * OKX, API v5. A {@code size} counts the base asset on spot and contracts everywhere else, fractions of a contract
 * included. A contract of a linear instrument ({@code BTC-USDT-SWAP}) is {@code ctVal * ctMult} of the base asset, one of
 * an inverse instrument ({@code BTC-USD-SWAP}) that many USD. There are no quanto contracts.
 */
final class OkxVenue extends VenueAdapter {
    /** The venue wants fewer than 30 book channels a connection; the same for all keeps the loss of one small. */
    static final int STREAMS_PER_CONNECTION = 25;

    /**
     * The venue takes 480 requests an hour and states no rate by the second: 2 keep a burst of resyncs apart. It cuts no
     * connection by age. A ping goes out every 20 s and is answered, so 45 s of nothing are a dead connection. The longest
     * frame is a snapshot of 400 levels a side, some 40 KB.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            STREAMS_PER_CONNECTION, 2, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(45), 1024 * 1024);

    OkxVenue(OkxSettings settings) {
        super(
                new VenueName("okx", OkxNames.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new OkxSubscriptions(settings),
                        OkxDecoder.create(),
                        Optional.of(new OkxBookSequencer()),
                        new OkxRest(settings)));
    }

    @Override
    public Set<Market> markets() {
        return Set.of(Market.SPOT, Market.PERPETUAL, Market.FUTURE);
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
                Kind.OPTION_SUMMARY, "options of OKX are not collected",
                Kind.VOLATILITY_INDEX, "OKX publishes none",
                Kind.BORROW_RATE, "margin loans are not collected");
    }

    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_IDS;
            case QUOTE -> Continuity.INCREASING_IDS;
            // The documentation says that not all liquidations are sent.
            case LIQUIDATION -> Continuity.SAMPLED;
            default -> Continuity.NONE;
        };
    }
}
