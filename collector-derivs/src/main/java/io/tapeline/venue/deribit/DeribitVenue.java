package io.tapeline.venue.deribit;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueSubscriptions;
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
final class DeribitVenue implements Venue {
    /**
     * The venue allows 32 connections an address and names no most of channels; with 400 a connection, the chains of BTC
     * and ETH take about ten. Requests to subscribe may come 3 times a second. Heartbeats come every 30 seconds, so three
     * of them missing are a dead connection. A whole book of BTC-PERPETUAL is some 200 KB; anything over 4 MiB is no
     * frame of Deribit. The venue itself does not end connections.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(400, 3, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(90), 4 * 1024 * 1024);

    private final VenueSubscriptions subscriptions;
    private final VenueDecoder decoder;
    private final VenueRest rest;

    DeribitVenue(DeribitSettings settings) {
        this.subscriptions = new DeribitSubscriptions(settings);
        this.decoder = new DeribitDecoder(settings.history());
        this.rest = new DeribitRest(settings);
    }

    @Override
    public String feed() {
        return DeribitSymbol.EXCHANGE;
    }

    @Override
    public String exchange() {
        return DeribitSymbol.EXCHANGE;
    }

    @Override
    public Market primaryMarket() {
        return Market.PERPETUAL;
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

    @Override
    public VenueLimits limits() {
        return LIMITS;
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
        return Optional.of(new DeribitBookSequencer());
    }

    @Override
    public VenueRest rest() {
        return rest;
    }
}
