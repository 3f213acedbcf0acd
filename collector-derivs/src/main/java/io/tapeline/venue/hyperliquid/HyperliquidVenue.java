package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Decoded;
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
 * Hyperliquid: linear perpetuals quoted in USD, of the venue itself (settled in USDC) and of builders ({@code dex:COIN},
 * settled in a token of the builder's choice), and spot. Every size, open interest too, counts units of the base asset;
 * {@code kPEPE} counts thousands of PEPE and is priced per thousand.
 */
final class HyperliquidVenue extends VenueAdapter {
    /**
     * The venue allows 1000 subscriptions on 10 connections, so 100 on each, and 2000 messages a minute over all of them,
     * of which all subscriptions at once take half.
     * It answers a ping every 20 s; twice that without a word is a dead connection. The longest frame is a candle
     * history or the listing, below 1 MiB.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(100, 20, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(40), 4 * 1024 * 1024);

    private static final BigDecimal FUNDING_HOURS = BigDecimal.ONE;

    HyperliquidVenue(HyperliquidSettings settings) {
        super(
                new VenueName(HyperliquidNames.FEED, HyperliquidNames.EXCHANGE, Market.PERPETUAL),
                new VenueParts(
                        LIMITS,
                        new HyperliquidSubscriptions(settings),
                        new JsonDecoder(
                                HyperliquidMessages::read,
                                HyperliquidAnswers::read,
                                Map.of("Websocket connection established.", new Decoded.Heartbeat())),
                        Optional.of(new HyperliquidBookSequencer()),
                        new HyperliquidRest(settings)));
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
                Kind.OPEN_INTEREST,
                Kind.CANDLE,
                Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.LIQUIDATION, "the venue marks liquidations only in the feeds of the accounts concerned",
                Kind.LONG_SHORT_RATIO, "the venue publishes none",
                Kind.SETTLEMENT, "there are no dated futures",
                Kind.OPTION_SUMMARY, "there are no options");
    }

    /** Ids of trades are hashes without order, and nothing else is numbered. */
    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.NONE;
    }

    @Override
    public boolean tradesBeginInThePast() {
        return true;
    }

    @Override
    public Optional<Duration> candlesSettleWithin() {
        return Optional.of(HyperliquidRows.CANDLE_SETTLES);
    }

    @Override
    public Optional<BigDecimal> defaultFundingIntervalHours(InstrumentId instrument) {
        return instrument.market() == Market.PERPETUAL ? Optional.of(FUNDING_HOURS) : Optional.empty();
    }
}
