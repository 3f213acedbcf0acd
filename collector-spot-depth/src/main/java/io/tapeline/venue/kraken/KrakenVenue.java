package io.tapeline.venue.kraken;

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

/** Kraken's spot exchange. Sizes count units of the base asset, in trades, books and quotes alike. */
final class KrakenVenue extends VenueAdapter {
    static final String EXCHANGE = "kraken";
    static final String FEED = "kraken";

    /**
     * One message a second is safe, no cap is published. The venue sends a heartbeat every second in which nothing else
     * flows, and a ping every 20 seconds has its answer. The longest message is the list of all pairs, below 1 MB.
     */
    private static final VenueLimits LIMITS =
            new VenueLimits(200, 1, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(30), 4 * 1024 * 1024);

    KrakenVenue(KrakenSettings settings) {
        this(settings, new KrakenRest(settings));
    }

    private KrakenVenue(KrakenSettings settings, KrakenRest rest) {
        super(
                new VenueName(FEED, EXCHANGE, Market.SPOT),
                new VenueParts(
                        LIMITS,
                        new KrakenSubscriptions(settings),
                        new JsonDecoder(new KrakenMessages(), new KrakenAnswers(rest.tradePages())),
                        Optional.of(new KrakenBookSequencer(settings.bookDepth())),
                        rest));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.CANDLE, Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        String spot = "Kraken's spot exchange has no contracts; the feed kraken-futures has";
        return Map.of(
                Kind.MARK_PRICE, spot,
                Kind.FUNDING_RATE, spot,
                Kind.OPEN_INTEREST, spot,
                Kind.LIQUIDATION, spot);
    }

    /**
     * Ids of trades are sequence numbers of their pair: a page of 1000 captured in November 2025 has no hole. Quotes come
     * when a best price changes; that they come when a size alone does is not promised.
     */
    @Override
    public Continuity continuity(Kind kind) {
        return switch (kind) {
            case TRADE -> Continuity.CONSECUTIVE_IDS;
            case QUOTE -> Continuity.SAMPLED;
            default -> Continuity.NONE;
        };
    }

    /** A candle is provisional until the next one appears. */
    @Override
    public Optional<Duration> candlesSettleWithin() {
        return Optional.of(Duration.ofSeconds(2));
    }
}
