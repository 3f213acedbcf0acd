package io.tapeline.venue.dydx;

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
 * dYdX v4: linear perpetuals quoted in USD and settled in USDC. Every size, open interest too, counts units of the base
 * asset; there are no contracts.
 */
final class DydxVenue extends VenueAdapter {
    /**
     * The venue allows 32 subscriptions of each channel on a connection, so 32 of any. It pings every 30 s. The longest
     * frame is the listing of some 300 markets, some 250 KB; anything over 4 MiB is no frame of dYdX.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(32, 10, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(75), 4 * 1024 * 1024);

    DydxVenue(DydxSettings settings) {
        super(
                new VenueName(DydxNames.FEED, DydxNames.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new DydxSubscriptions(settings),
                        new JsonDecoder(DydxMessages::read, DydxAnswers::read),
                        Optional.of(new DydxBookSequencer(settings.bookRenewal())),
                        new DydxRest(settings)));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(
                Kind.TRADE,
                Kind.BOOK,
                Kind.MARK_PRICE,
                Kind.FUNDING_RATE,
                Kind.OPEN_INTEREST,
                Kind.LIQUIDATION,
                Kind.CANDLE,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.QUOTE, "the venue sends no best prices; they are the first levels of its book",
                Kind.LONG_SHORT_RATIO, "the venue publishes none",
                Kind.SETTLEMENT, "perpetuals only; a market that is delisted says FINAL_SETTLEMENT",
                Kind.OPTION_SUMMARY, "perpetuals only");
    }

    @Override
    public Continuity continuity(Kind kind) {
        // Ids of trades are block, transaction and event in hexadecimal: they grow and skip.
        return kind == Kind.TRADE || kind == Kind.LIQUIDATION ? Continuity.INCREASING_IDS : Continuity.NONE;
    }

    @Override
    public Optional<Duration> candlesSettleWithin() {
        return Optional.of(DydxRows.CANDLE_SETTLES);
    }

    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return Optional.of(BigDecimal.ONE);
    }
}
