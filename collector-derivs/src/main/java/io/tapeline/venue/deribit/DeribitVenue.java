package io.tapeline.venue.deribit;

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
 * Deribit: options, perpetuals, futures, spot, the volatility index DVOL. What its sizes count: US dollars on inverse
 * perpetuals and futures, coins everywhere else; see {@link DeribitSymbol#sizeUnit}.
 */
final class DeribitVenue extends VenueAdapter {
    /**
     * The venue allows 32 connections an address and names no most of channels; with 400 a connection, the chains of BTC
     * and ETH take about ten. Requests to subscribe may come 3 times a second. Heartbeats come every 30 seconds, so three
     * of them missing are a dead connection. A whole book of BTC-PERPETUAL is some 200 KB; anything over 4 MiB is no
     * frame of Deribit. The venue itself does not end connections.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(400, 3, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(90), 4 * 1024 * 1024);

    DeribitVenue(DeribitSettings settings) {
        super(
                new VenueName(DeribitSymbol.EXCHANGE, DeribitSymbol.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new DeribitSubscriptions(settings),
                        new DeribitDecoder(settings.history()),
                        Optional.of(new DeribitBookSequencer()),
                        new DeribitRest(settings)));
    }

    @Override
    public Set<Market> markets() {
        return Set.of(Market.PERPETUAL, Market.FUTURE, Market.OPTION, Market.SPOT, Market.INDEX);
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
                Kind.OPTION_SUMMARY,
                Kind.VOLATILITY_INDEX,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.LONG_SHORT_RATIO, "the venue publishes none",
                Kind.SETTLEMENT, "its daily settlements move profit between accounts and are no price of the market");
    }

    /** Liquidations are flags of trades, which come late; a lost one is found when its trades are read again. */
    @Override
    public Continuity continuity(Kind kind) {
        return kind == Kind.TRADE ? Continuity.CONSECUTIVE_SEQUENCES : Continuity.NONE;
    }
}
