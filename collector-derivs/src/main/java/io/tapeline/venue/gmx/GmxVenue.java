package io.tapeline.venue.gmx;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.NoStreams;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GMX v2: linear perpetuals against pools, on one chain. Sizes of trades and open interest count index tokens
 * ({@code size_unit} base); a contract is one of them.
 */
final class GmxVenue implements Venue {
    private final VenueSubscriptions subscriptions = new NoStreams();
    private final VenueDecoder decoder = GmxDecoder.create();
    private final VenueRest rest;

    GmxVenue(GmxSettings settings) {
        this.rest = new GmxRest(settings);
    }

    @Override
    public String feed() {
        return "gmx";
    }

    @Override
    public String exchange() {
        return GmxMarkets.EXCHANGE;
    }

    @Override
    public Market primaryMarket() {
        return Market.PERPETUAL;
    }

    @Override
    public Set<Market> markets() {
        return Set.of(Market.PERPETUAL, Market.INDEX);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.TRADE,
                Kind.QUOTE,
                Kind.MARK_PRICE,
                Kind.FUNDING_RATE,
                Kind.BORROW_RATE,
                Kind.OPEN_INTEREST,
                Kind.LIQUIDATION,
                Kind.CANDLE,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.BOOK, "there is no order book: trades are made against liquidity pools at oracle prices",
                Kind.LONG_SHORT_RATIO, "both sides are in the metadata of open interest",
                Kind.OPTION_SUMMARY, "the venue has no options",
                Kind.SETTLEMENT, "the venue has no dated contracts",
                Kind.VOLATILITY_INDEX, "the venue has none");
    }

    /** Trades are known by transaction and log entry: nothing in that tells of a loss. */
    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.NONE;
    }

    @Override
    public VenueLimits limits() {
        return NoStreams.LIMITS;
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
        return Optional.empty();
    }

    @Override
    public VenueRest rest() {
        return rest;
    }

    /** Funding accrues continuously; it is stated per hour. */
    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return Optional.of(BigDecimal.ONE);
    }
}
