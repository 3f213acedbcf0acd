package io.tapeline.collector.feed;

import io.tapeline.collector.derived.Enrichment;
import io.tapeline.collector.derived.LargeTrades;
import io.tapeline.collector.derived.SettlementEnrichment;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.GapLedger;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.state.FeedState;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.routing.RoutingKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * From what frames say to finished events: numbering, duplicates, holes, books, enrichment, derived events. The same for
 * a live feed and for recorded frames. Not for use by several threads.
 */
public final class FeedPipeline {
    private static final long FIVE_MINUTES = 300_000_000L;
    private static final long YEAR_2009 = 1_230_768_000_000_000L;

    private final PipelineHost host;
    private final LongSupplier now;
    private final FeedInstruments instruments;
    private final Enrichment enrichment;
    private final SettlementEnrichment settlements;
    private final LargeTrades largeTrades;
    private final Duplicates duplicates = new Duplicates();
    private final Tickers tickers = new Tickers();
    private final Quotes quotes = new Quotes();
    private final @Nullable CandleEnds candleEnds;
    private final boolean tradesBeginInThePast;
    private final Map<String, Occurrences> occurrences = new HashMap<>();
    private final Map<String, ConnectionFrames> connections = new HashMap<>();
    private final Outlet outlet;
    private final Statuses statuses;
    private final GapLedger gaps;
    private final Streams streams;
    private final @Nullable Books books;
    private final FrameLosses losses;

    /**
     * @param now epoch microseconds
     * @param largeTradeThresholds USD by base asset, see {@link LargeTrades}
     * @param snapshotExpected see {@link io.tapeline.collector.book.BookKeeper}
     */
    public FeedPipeline(
            Venue venue,
            FeedInstruments instruments,
            PipelineHost host,
            LongSupplier now,
            Map<String, BigDecimal> largeTradeThresholds,
            Predicate<InstrumentId> snapshotExpected) {
        this.host = host;
        this.now = now;
        this.instruments = instruments;
        this.enrichment = new Enrichment(venue, instruments);
        this.settlements = new SettlementEnrichment(instruments);
        this.largeTrades = new LargeTrades(instruments, largeTradeThresholds);
        this.tradesBeginInThePast = venue.tradesBeginInThePast();
        this.candleEnds = venue.candlesSettleWithin().map(CandleEnds::new).orElse(null);
        this.outlet = new Outlet(host::offer, this::onRefused);
        this.statuses = new Statuses(venue, outlet::publish, now);
        this.gaps = new GapLedger(outlet::publish, now);
        this.streams = new Streams(venue, gaps, host);
        this.books = venue.books()
                .map(rules ->
                        new Books(rules, instruments, this::publish, host, statuses, gaps, streams, snapshotExpected))
                .orElse(null);
        this.losses = new FrameLosses(streams, books);
    }

    /** Continues where another process stopped; answers the gaps it left open. */
    public List<OpenGap> restore(FeedState saved) {
        return streams.restore(saved);
    }

    /** Takes what a frame or a REST answer says. */
    public void onFrame(RawFrame frame, List<Decoded> decoded) {
        String connection = frame.connection();
        Occurrences seen = frame.transport() == RawFrame.Transport.REST
                ? new Occurrences()
                : occurrences.computeIfAbsent(Objects.requireNonNullElse(connection, ""), absent -> new Occurrences());
        noticeUnreadable(frame, decoded);
        List<Settlement> settled = new ArrayList<>();
        for (Decoded part : decoded) {
            switch (part) {
                case Decoded.Event(Settlement settlement) -> {
                    enrichment.enrich(settlement);
                    settled.add(settlement);
                }
                case Decoded.ReferencePrice price -> settlements.reference(price);
                case Decoded.Event event -> onEvent(event.event(), seen, connection);
                case Decoded.TickerChange change ->
                    tickers.take(change).forEach(event -> onEvent(event, seen, connection));
                case Decoded.QuoteChange change ->
                    quotes.take(change).ifPresent(event -> onEvent(event, seen, connection));
                case Decoded.BookUpdate update -> onBook(update, connection);
                case Decoded.BookRestart restart -> onRestart(restart);
                case Decoded.FrameNumber number -> onNumber(number.number(), frame);
                case Decoded.NewestTrade newest -> onNewest(newest, frame.received());
                case Decoded.BookLost lost -> onBookLost(lost, frame.received());
                case Decoded.Listed listed -> onListed(listed.instrument(), frame.received());
                case Decoded.FundingTerms terms ->
                    enrichment.fundingInterval(terms.instrument(), terms.intervalHours());
                case Decoded.Malformed malformed -> host.counted(PipelineHost.Count.MALFORMED, malformed.reason());
                case Decoded.Unknown unknown -> host.counted(PipelineHost.Count.UNKNOWN, unknown.reason());
                case Decoded.Acknowledged a -> {}
                case Decoded.Accepted a -> {}
                case Decoded.RejectedStream r -> {}
                case Decoded.Rejected r -> {}
                case Decoded.Continued c -> {}
                case Decoded.Referred r -> {}
                case Decoded.Heartbeat h -> {}
                case Decoded.Reply r -> {}
                case Decoded.Closing c -> {}
                case Decoded.Ignored i -> {}
            }
        }
        // Which month is the front is only known when all months were read, and the basis when the spot price was.
        settlements.enrich(settled).forEach(settlement -> onEvent(settlement, seen, connection));
    }

    private void onBook(Decoded.BookUpdate update, @Nullable String connection) {
        heard(
                new StreamKey(Kind.BOOK, update.header().instrument()),
                connection,
                update.header().receivedAt());
        Objects.requireNonNull(books).onUpdate(update, connection);
    }

    /** Where nothing can be fetched, as of a recording, the book that is there is the best there is. */
    private void onRestart(Decoded.BookRestart restart) {
        if (books != null && host.fetches()) {
            books.onRestart(restart.header(), restart.reason());
        }
    }

    /** Answers when something of the stream was first received on the connection. */
    private long heard(StreamKey stream, @Nullable String connection, long received) {
        return connection == null
                ? Long.MIN_VALUE
                : connections
                        .computeIfAbsent(connection, absent -> new ConnectionFrames())
                        .heard(stream, received);
    }

    private void noticeUnreadable(RawFrame frame, List<Decoded> decoded) {
        ConnectionFrames frames = frame.connection() == null ? null : connections.get(frame.connection());
        if (frames != null) {
            losses.read(frame, decoded, frames);
        }
    }

    private void onNumber(long number, RawFrame frame) {
        if (frame.connection() != null) {
            losses.number(
                    number,
                    frame.received(),
                    connections.computeIfAbsent(frame.connection(), absent -> new ConnectionFrames()));
        }
    }

    private void onBookLost(Decoded.BookLost lost, long received) {
        host.counted(PipelineHost.Count.MALFORMED, lost.reason());
        losses.book(lost, received);
    }

    private void onNewest(Decoded.NewestTrade newest, long received) {
        if (host.wants(newest.instrument())) {
            streams.newest(new StreamKey(Kind.TRADE, newest.instrument()), newest.number(), received);
        }
    }

    private void onEvent(MarketEvent raw, Occurrences seen, @Nullable String connection) {
        if (!host.wants(raw.instrumentId())) {
            return;
        }
        long first = heard(StreamKey.of(raw), connection, raw.header().receivedAt());
        MarketEvent numbered = Numbering.number(tradesBeginInThePast ? PastTrades.mark(raw, first) : raw, seen);
        if (!streams.accept(numbered)) {
            host.counted(PipelineHost.Count.DUPLICATE, numbered.kind().wireName());
            return;
        }
        if (numbered instanceof Candle candle && candleEnds != null) {
            candleEnds.take(candle).ifPresent(this::publish);
        }
        MarketEvent event = enrichment.enrich(numbered);
        if (event instanceof OpenInterest interest) {
            settlements.interest(interest);
        }
        if (!streams.tracked(event) && !duplicates.isNew(event, connection)) {
            return;
        }
        publish(event);
    }

    private void onListed(Instrument instrument, long received) {
        if (!RoutingKey.fits(instrument.id())) {
            host.counted(PipelineHost.Count.MALFORMED, "symbol: too long for a routing key: " + instrument.symbol());
        } else if (instruments.put(instrument)) {
            outlet.publish(new InstrumentListed(
                    new Header(instrument.id(), received, TimeSource.RECEIVE, received, Origin.LIVE, 0), instrument));
        }
    }

    private void publish(MarketEvent event) {
        checkTime(event);
        if (outlet.publish(event)) {
            streams.published(event, streams.id(event));
            host.counted(PipelineHost.Count.EVENT, event.kind().wireName());
            largeTrades.of(event).ifPresent(outlet::publish);
        }
    }

    /** An odd time is counted and stored as it is, never dropped. */
    private void checkTime(MarketEvent event) {
        Header header = event.header();
        if (header.timestamp() < YEAR_2009 || header.timestamp() > header.receivedAt() + FIVE_MINUTES) {
            host.counted(PipelineHost.Count.ODD_TIME, event.kind() + " " + event.instrumentId());
        }
    }

    private void onRefused(MarketEvent event) {
        if (!event.kind().derived()) {
            streams.refused(event);
        }
        host.overflowed(event);
    }

    /** What is known of an instrument, null when nothing is. */
    @Nullable
    Instrument instrument(String symbol) {
        return instruments.find(symbol);
    }

    /** The books, empty where the venue has none. */
    Optional<Books> books() {
        return Optional.ofNullable(books);
    }

    Statuses statuses() {
        return statuses;
    }

    Streams streams() {
        return streams;
    }

    /** The gaps that are open. */
    public GapLedger gaps() {
        return gaps;
    }

    Outlet outlet() {
        return outlet;
    }

    /** A connection is gone for good: equal events are counted anew on the next. */
    void forgetConnection(String connection) {
        occurrences.remove(connection);
        connections.remove(connection);
        if (books != null) {
            books.onConnectionGone(connection);
        }
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        tickers.forget(instrument);
        quotes.forget(instrument);
        duplicates.forget(instrument);
        enrichment.forget(instrument);
        connections.values().forEach(frames -> frames.forget(instrument));
        if (candleEnds != null) {
            candleEnds.forget(instrument);
        }
        streams.forget(instrument, now.getAsLong());
        if (books != null) {
            books.forget(instrument);
        }
    }

    /** No book snapshot will come any more: what waits for one is published unverified. */
    public void releaseUnverifiedBooks() {
        if (books != null) {
            books.releaseUnverified();
        }
    }
}
