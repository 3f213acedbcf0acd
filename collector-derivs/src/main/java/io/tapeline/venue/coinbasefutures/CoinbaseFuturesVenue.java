package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.JsonDecoder;
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
 * Coinbase Derivatives (CDE) by way of the Advanced Trade interface: perpetuals and dated futures, all linear and paid in
 * dollars. Sizes of trades, books, quotes and open interest count whole contracts; a contract is {@code contract_size}
 * units of the base asset (BTC nano 0.01), so {@code base_size} is size times contract size. Volumes of candles are turned
 * into the base asset while decoding. There are no inverse and no quanto contracts.
 */
final class CoinbaseFuturesVenue extends VenueAdapter {
    /**
     * The venue counts 8 messages a second for an address, so half of that for one connection. Heartbeats come every
     * second. A snapshot is the whole book: several MB for the largest spot book on the same socket.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(100, 4, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(15), 16 * 1024 * 1024);

    CoinbaseFuturesVenue(CoinbaseFuturesSettings settings) {
        super(
                new VenueName("coinbase-futures", CoinbaseProducts.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new CoinbaseSubscriptions(settings),
                        new JsonDecoder(CoinbaseMessages::read, CoinbaseAnswers::read),
                        Optional.of(new CoinbaseBookSequencer()),
                        new CoinbaseFuturesRest(settings)));
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
                Kind.CANDLE,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.LIQUIDATION, "the venue publishes none",
                Kind.LONG_SHORT_RATIO, "the venue publishes none",
                Kind.SETTLEMENT, "the settlement price comes without its day",
                Kind.OPTION_SUMMARY, "the venue lists no options");
    }

    /** Nothing is said of whether trade ids are consecutive; lost frames show by their numbers. */
    @Override
    public Continuity continuity(Kind kind) {
        // With each trade, not with each change of the best price.
        return kind == Kind.QUOTE ? Continuity.SAMPLED : Continuity.NONE;
    }
}
