package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * HTX linear contracts: perpetuals and dated futures that pay in USDT.
 *
 * <p>What sizes count: contracts of {@code contract_size} base coins, in books, quotes, trades, liquidations and open
 * interest. Trades and candles add up the buying and the selling side, so their amounts are halved; books, quotes,
 * liquidations and open interest count once. The venue's own coins and USDT are kept as {@code base_size} and
 * {@code value_usd}, halved alike.
 */
final class HtxSwapVenue extends VenueAdapter {
    static final String EXCHANGE = "htx";
    static final String FEED = "htx-swap";

    /**
     * The venue allows 40 subscriptions a second and carried 150 streams on one socket. It pings every 5 seconds, so half
     * a minute of nothing is a dead connection. The longest message is a whole book, some KB; over 2 MiB is none of HTX.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(100, 20, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(30), 2 * 1024 * 1024);

    HtxSwapVenue(HtxSettings settings) {
        HtxSwapListing listing = new HtxSwapListing(settings.tradfi());
        super(
                new VenueName(FEED, EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new HtxSwapSubscriptions(settings),
                        new JsonDecoder(new HtxSwapMessages(listing), new HtxSwapAnswers(listing)),
                        Optional.of(new HtxSwapBookSequencer(settings.bookLevels())),
                        new HtxSwapRest(settings)));
    }

    /** The instrument of a contract; without metadata a delivery date or an alias of one tells a future. */
    static InstrumentId instrument(String contract, InstrumentLookup instruments) {
        Instrument known = instruments.find(contract);
        Market market = contract.indexOf('-') == contract.lastIndexOf('-') ? Market.PERPETUAL : Market.FUTURE;
        return known != null ? known.id() : new InstrumentId(EXCHANGE, market, contract);
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
                Kind.OPTION_SUMMARY, "HTX has no options any more",
                Kind.VOLATILITY_INDEX, "HTX has no volatility index");
    }

    /** Ids of trades grow but skip: a loss does not show in them. */
    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE, QUOTE -> Continuity.INCREASING_IDS;
            default -> Continuity.NONE;
        };
    }
}
