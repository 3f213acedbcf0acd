package io.tapeline.venue.polymarket;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.venue.Continuity;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.VenueAdapter;
import io.tapeline.collector.venue.VenueDecoder;
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
 * Polymarket's central limit order book, as far as the recurring Up or Down markets go. An instrument is an outcome token:
 * its price is a probability between 0 and 1 in collateral a share, every size counts shares ({@code size_unit} base), and
 * the value of a trade is price times size. Up and Down have a book each, which mirror one another: summing over both
 * counts every order twice.
 */
final class PolymarketVenue extends VenueAdapter {
    /** Over some 500 tokens a connection the venue sends no books and says nothing. */
    private static final int STREAMS = 200;

    /** Not published. */
    private static final int MESSAGES_PER_SECOND = 10;

    /** Every {@code PING} is answered, one each ten seconds. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** The first frame is one array of the books of all tokens. */
    private static final int MAX_FRAME = 32 * 1024 * 1024;

    PolymarketVenue(PolymarketSettings settings) {
        super(
                new VenueName(PolymarketNames.FEED, PolymarketNames.EXCHANGE, Market.PREDICTION),
                new VenueParts(
                        new VenueLimits(
                                STREAMS,
                                MESSAGES_PER_SECOND,
                                settings.connectionLifetime(),
                                Duration.ZERO,
                                IDLE,
                                MAX_FRAME),
                        new PolymarketSubscriptions(settings),
                        decoder(settings),
                        Optional.of(new PolymarketBookSequencer()),
                        new PolymarketRest(settings)));
    }

    private static VenueDecoder decoder(PolymarketSettings settings) {
        PolymarketMessages messages = new PolymarketMessages(new PolymarketTrades(settings.upIsYes()));
        PolymarketAnswers answers = new PolymarketAnswers(settings);
        return new JsonDecoder(
                messages::read,
                answers::read,
                Map.of(
                        "PONG", new Decoded.Heartbeat(),
                        "NO NEW ASSETS", new Decoded.Ignored("subscribed already"),
                        "INVALID OPERATION", new Decoded.Rejected(null, "INVALID OPERATION")));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.TRADE, Kind.BOOK, Kind.QUOTE, Kind.SETTLEMENT, Kind.INSTRUMENT);
    }

    @Override
    public Map<Kind, String> unsupported() {
        return Map.of(
                Kind.CANDLE, "the venue has samples of prices, no candles",
                Kind.OPEN_INTEREST, "the venue tells it of whole markets in collateral, not of tokens",
                Kind.MARK_PRICE, "outcome tokens have no mark; reference prices are those of other venues",
                Kind.FUNDING_RATE, "tokens are paid for in full",
                Kind.LIQUIDATION, "tokens are paid for in full");
    }

    /** Trades have no ids and books no numbers. */
    @Override
    public Continuity continuity(Kind kind) {
        return Continuity.NONE;
    }

    /** New and resolved markets are told of on every connection, whatever it asked for. */
    @Override
    public boolean tellsOfOthers() {
        return true;
    }
}
