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
 * HTX spot. What sizes count: units of the base, everywhere and once; unlike on the venue's contracts nothing is the sum of
 * both sides.
 */
final class HtxSpotVenue extends VenueAdapter {
    static final String FEED = "htx";

    private static final String NO_DERIVATIVES = "spot has no such thing; the feed htx-swap has";

    /**
     * A message every 62 ms, so that requests for books are as far apart as the venue wants them. It pings every 5 seconds:
     * half a minute of nothing is a dead connection. The longest message is a whole book, some KB; over 2 MiB is none of
     * HTX.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(100, 20, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(30), 2 * 1024 * 1024);

    HtxSpotVenue(HtxSpotSettings settings) {
        super(
                new VenueName(FEED, HtxSwapVenue.EXCHANGE, Market.SPOT),
                new VenueParts(
                        LIMITS,
                        new HtxSpotSubscriptions(settings),
                        new JsonDecoder(new HtxSpotMessages(), new HtxSpotAnswers()),
                        Optional.of(new HtxSpotBookSequencer(settings.bookLevels())),
                        new HtxSpotRest(settings)));
    }

    /** The instrument of a pair, such as {@code btcusdt}. */
    static InstrumentId instrument(String pair, InstrumentLookup instruments) {
        Instrument known = instruments.find(pair);
        return known != null ? known.id() : new InstrumentId(HtxSwapVenue.EXCHANGE, Market.SPOT, pair);
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
                Kind.LONG_SHORT_RATIO, NO_DERIVATIVES,
                Kind.SETTLEMENT, NO_DERIVATIVES,
                Kind.OPTION_SUMMARY, "HTX has no options any more",
                Kind.VOLATILITY_INDEX, "HTX has no volatility index");
    }

    /** Nothing says that the ids of trades are without holes: a loss does not show in them. */
    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE, QUOTE -> Continuity.INCREASING_IDS;
            default -> Continuity.NONE;
        };
    }

    /** A subscription is answered with the last trade, however old. */
    @Override
    public boolean tradesBeginInThePast() {
        return true;
    }
}
