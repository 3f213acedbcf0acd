package io.tapeline.venue.upbit;

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

/** Upbit: spot markets, and nothing else. Every size counts the base asset, the right half of a code. */
final class UpbitVenue extends VenueAdapter {
    static final int STREAMS_PER_CONNECTION = 100;

    /**
     * The venue takes 5 messages a second and 100 a minute of a connection, so one a second; it states no limit of codes: 100
     * streams keep a request small, which is repeated whole for each change. It cuts no connection by age. A ping goes out
     * every 20 s and is answered, so 45 s of nothing are a dead connection. A book is some 4 KB.
     */
    private static final VenueLimits LIMITS = new VenueLimits(
            STREAMS_PER_CONNECTION, 1, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(45), 1024 * 1024);

    private static final String SPOT_ONLY = "Upbit trades spot only: it has no futures, perpetuals or options";

    UpbitVenue(UpbitSettings settings) {
        super(
                new VenueName("upbit", UpbitNames.EXCHANGE, Market.SPOT),
                new VenueParts(
                        LIMITS,
                        new UpbitSubscriptions(settings),
                        new JsonDecoder(UpbitMessages::read, UpbitAnswers::read),
                        Optional.of(new UpbitBookSequencer()),
                        new UpbitRest(settings)));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.CANDLE, Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.FUNDING_RATE, SPOT_ONLY,
                Kind.OPEN_INTEREST, SPOT_ONLY,
                Kind.MARK_PRICE, SPOT_ONLY,
                Kind.LIQUIDATION, SPOT_ONLY,
                Kind.LONG_SHORT_RATIO, SPOT_ONLY,
                Kind.SETTLEMENT, SPOT_ONLY,
                Kind.OPTION_SUMMARY, SPOT_ONLY,
                Kind.VOLATILITY_INDEX, SPOT_ONLY,
                Kind.BORROW_RATE, "Upbit lends nothing to trade with");
    }

    /** Ids of trades are unique without being consecutive or ordered, and nothing else is numbered. */
    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.NONE;
    }

    @Override
    public Optional<Duration> candlesSettleWithin() {
        return Optional.of(UpbitCandles.SETTLES);
    }
}
