package io.tapeline.venue.drift;

import io.tapeline.collector.decode.JsonDecoder;
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

/**
 * Velocity, on the interfaces of Drift: linear perpetuals. All sizes count base units ({@code size_unit} base), a contract
 * is one of them; where a name says so ({@code 1MBONK-PERP}) the base is a million.
 */
final class DriftVenue extends VenueAdapter {
    /**
     * No limits are documented; a hundred markets are far more than there are. The socket of candles may be quiet for
     * minutes in a market of a few trades a day; that of books says something every 5 s, and each book is watched.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(100, 5, Duration.ZERO, Duration.ofSeconds(10), Duration.ofMinutes(10), 4 * 1024 * 1024);

    DriftVenue(DriftSettings settings) {
        super(
                new VenueName("drift", DriftMarkets.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new DriftSubscriptions(settings),
                        new JsonDecoder(DriftMessages::read, new DriftAnswers(settings.loansInPercent())::read),
                        Optional.of(new DriftBookSequencer()),
                        new DriftRest(settings)));
    }

    @Override
    public Set<Market> markets() {
        return Set.of(Market.PERPETUAL, Market.SPOT);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.TRADE,
                Kind.BOOK,
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
                Kind.LONG_SHORT_RATIO, "both sides are in the metadata of open interest",
                Kind.OPTION_SUMMARY, "the venue has no options",
                Kind.SETTLEMENT, "the venue has no dated contracts",
                Kind.VOLATILITY_INDEX, "the venue has none");
    }

    /** Numbers of fills grow in each market; that none is left out is not documented. */
    @Override
    public Continuity continuity(Kind kind) {
        return kind == Kind.TRADE ? Continuity.INCREASING_IDS : Continuity.NONE;
    }

    /** A candle changes with its fills alone, which come within seconds. */
    @Override
    public Optional<Duration> candlesSettleWithin() {
        return Optional.of(Duration.ofSeconds(5));
    }

    /** Funding is paid once an hour, by whoever first touches a market in it; an hour may be left out. */
    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return instrument.market() == Market.PERPETUAL ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }
}
