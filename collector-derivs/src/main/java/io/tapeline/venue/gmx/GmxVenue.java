package io.tapeline.venue.gmx;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.NoStreams;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
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
final class GmxVenue extends VenueAdapter {

    GmxVenue(GmxSettings settings) {
        super(
                new VenueName("gmx", GmxMarkets.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        NoStreams.LIMITS,
                        new NoStreams(),
                        GmxDecoder.create(),
                        Optional.empty(),
                        new GmxRest(settings)));
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

    /** Funding accrues continuously; it is stated per hour. */
    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return Optional.of(BigDecimal.ONE);
    }
}
