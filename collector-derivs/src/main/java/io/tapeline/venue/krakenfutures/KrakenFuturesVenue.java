package io.tapeline.venue.krakenfutures;

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
 * Kraken Futures: perpetuals and dated futures.
 *
 * <p>What sizes count, in trades, books, quotes and open interest: contracts of one dollar of inverse products
 * ({@code PI_}, {@code FI_}), base units of linear ones ({@code PF_}, {@code FF_}). Everything counts one side.
 */
final class KrakenFuturesVenue extends VenueAdapter {
    static final String EXCHANGE = "kraken";
    static final String FEED = "kraken-futures";

    /**
     * The venue allows 100 connections and 100 requests a second. Every 25 seconds a ping brings a pong, so 75 seconds of
     * nothing are a dead connection. The longest message is a whole book, some hundred KB.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(150, 20, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(75), 4 * 1024 * 1024);

    KrakenFuturesVenue(KrakenFuturesSettings settings) {
        super(
                new VenueName(FEED, EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new KrakenFuturesSubscriptions(settings),
                        new JsonDecoder(new KrakenFuturesMessages(), new KrakenFuturesAnswers()),
                        Optional.of(new KrakenFuturesBookSequencer()),
                        new KrakenFuturesRest(settings)));
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
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.OPTION_SUMMARY, "options exist on the venue's demo alone",
                Kind.VOLATILITY_INDEX, "Kraken has no volatility index",
                Kind.SETTLEMENT, "no public call has settlement prices",
                Kind.LONG_SHORT_RATIO, "units and shape of the analytics are not documented");
    }

    /** Quotes come at most once a second. */
    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_SEQUENCES;
            case QUOTE -> Continuity.SAMPLED;
            default -> Continuity.NONE;
        };
    }

    /** Rates are per hour; dated futures pay none. */
    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return instrument.market() == Market.PERPETUAL ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }
}
