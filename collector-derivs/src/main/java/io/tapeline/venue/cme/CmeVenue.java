package io.tapeline.venue.cme;

import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.NoStreams;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueName;
import io.tapeline.collector.venue.VenueParts;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CME: bitcoin and ether futures, once a day. */
final class CmeVenue extends VenueAdapter {
    static final String EXCHANGE = "cme";

    private static final String PAID = "live data come only on the venue's paid stream, which is not collected";

    private final boolean publicPages;

    CmeVenue(CmeSettings settings) {
        CmeCalls calls = new CmeCalls(settings);
        super(
                new VenueName(EXCHANGE, EXCHANGE, Market.FUTURE),
                new VenueParts(
                        NoStreams.LIMITS,
                        new NoStreams(),
                        new CmeDecoder(settings, calls),
                        Optional.empty(),
                        new CmeRest(settings, calls)));
        this.publicPages = settings.publicPages();
    }

    /** Delayed prices only from the public pages. */
    @Override
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.of(Kind.SETTLEMENT, Kind.OPEN_INTEREST, Kind.INSTRUMENT);
        if (publicPages) {
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
        if (!publicPages) {
            unsupported.put(
                    Kind.MARK_PRICE, "delayed prices stand on the public pages only, which are off (public-pages)");
        }
        return unsupported;
    }

    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.NONE;
    }
}
