package io.tapeline.venue.cme;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.NoStreams;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueDecoder;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueSubscriptions;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CME: bitcoin and ether futures, once a day. */
final class CmeVenue implements Venue {
    static final String EXCHANGE = "cme";

    private static final String PAID = "live data come only on the venue's paid stream, which is not collected";

    private final CmeSettings settings;
    private final VenueSubscriptions subscriptions = new NoStreams();
    private final VenueDecoder decoder;
    private final VenueRest rest;

    CmeVenue(CmeSettings settings) {
        this.settings = settings;
        CmeCalls calls = new CmeCalls(settings);
        this.decoder = new CmeDecoder(settings, calls);
        this.rest = new CmeRest(settings, calls);
    }

    @Override
    public String feed() {
        return EXCHANGE;
    }

    @Override
    public String exchange() {
        return EXCHANGE;
    }

    @Override
    public Market primaryMarket() {
        return Market.FUTURE;
    }

    /** Delayed prices only from the public pages. */
    @Override
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.of(Kind.SETTLEMENT, Kind.OPEN_INTEREST, Kind.INSTRUMENT);
        if (settings.publicPages()) {
            kinds.add(Kind.MARK_PRICE);
        }
        return kinds;
    }

    @Override
    public Map<Kind, String> unsupported() {
        Map<Kind, String> unsupported = new EnumMap<>(Map.of(
                Kind.TRADE, PAID,
                Kind.QUOTE, PAID,
                Kind.BOOK, "beyond the best level books come only on the venue's binary feed",
                Kind.FUNDING_RATE, "dated futures pay no funding; their settlements carry the basis",
                Kind.LIQUIDATION, "the venue publishes none",
                Kind.CANDLE, "the venue publishes none",
                Kind.OPTION_SUMMARY, "options are not collected",
                Kind.VOLATILITY_INDEX, "the venue's volatility indices are sold apart"));
        if (!settings.publicPages()) {
            unsupported.put(
                    Kind.MARK_PRICE, "delayed prices stand on the public pages only, which are off (public-pages)");
        }
        return unsupported;
    }

    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.NONE;
    }

    @Override
    public VenueLimits limits() {
        return NoStreams.LIMITS;
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
        return Optional.empty();
    }

    @Override
    public VenueRest rest() {
        return rest;
    }
}
