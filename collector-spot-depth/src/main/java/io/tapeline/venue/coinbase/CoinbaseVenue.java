package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spot of Coinbase Exchange. Sizes of trades, books, quotes and candles count units of the base asset. */
final class CoinbaseVenue extends VenueAdapter {
    static final String EXCHANGE = "coinbase";

    private static final String NO_DERIVATIVES = "spot has none; derivatives are the feed coinbase-futures";

    /**
     * The venue takes 100 messages a second of an address. Heartbeats of every product come each second: ten that stay away
     * are a dead connection. A snapshot is the whole book, over 1 MB for the largest.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(90, 20, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(10), 16 * 1024 * 1024);

    CoinbaseVenue(CoinbaseSettings settings, Clock clock) {
        super(
                new VenueName("coinbase", EXCHANGE, Market.SPOT),
                new VenueParts(
                        LIMITS,
                        new CoinbaseSubscriptions(settings.ws(), new CoinbaseLogin(settings.credentials(), clock)),
                        new JsonDecoder(CoinbaseMessages::read, CoinbaseAnswers::read),
                        Optional.of(new CoinbaseBookSequencer(settings.bookRenewal())),
                        new CoinbaseRest(settings)));
    }

    static InstrumentId instrument(String product) {
        return new InstrumentId(EXCHANGE, Market.SPOT, product);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.CANDLE, Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.MARK_PRICE, NO_DERIVATIVES,
                Kind.FUNDING_RATE, NO_DERIVATIVES,
                Kind.OPEN_INTEREST, NO_DERIVATIVES,
                Kind.LIQUIDATION, NO_DERIVATIVES,
                Kind.LONG_SHORT_RATIO, NO_DERIVATIVES);
    }

    /** Best prices come with each trade, not with each change of them. */
    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_IDS;
            case QUOTE -> Continuity.SAMPLED;
            default -> Continuity.NONE;
        };
    }
}
