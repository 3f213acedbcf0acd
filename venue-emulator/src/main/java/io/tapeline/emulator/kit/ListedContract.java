package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Book;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.MarketListener;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A contract on its venue: market, marks, book and candle streams, and the ledger's view of what happens. */
public final class ListedContract {
    private final Contract contract;
    private final SymbolMarket market;
    private final @Nullable FuturesMarks marks;
    private final ContractLedger ledger;
    private final long start;
    private final List<BookStream> books = new ArrayList<>();
    private final List<CandleStream> candleStreams = new ArrayList<>();
    private final Cadence candleCadence;
    private final Events events = new Events();
    private ContractStreams streams = new ContractStreams() {};

    ListedContract(Contract contract, MarketPlace place, ContractLedger ledger) {
        this.contract = contract;
        this.ledger = ledger;
        start = place.start();
        market = place.market(contract, events);
        boolean marked = contract.kind() == Contract.Kind.PERPETUAL || contract.kind() == Contract.Kind.FUTURE;
        marks = marked ? place.marks(contract, market, LongUnaryOperator.identity()) : null;
        candleCadence = new Cadence(1000, start);
    }

    void attach(ContractStreams own) {
        streams = own;
    }

    void step(long time, double seconds, double factor) {
        for (Bar minute : market.candles().roll(time)) {
            ledger.candle(minute);
            streams.minute(minute, time);
            candleStreams.forEach(stream -> stream.minuteEnded(minute, time));
        }
        market.step(time, seconds, factor, marks != null);
        for (BookStream book : books) {
            book.step(time);
        }
        if (!candleStreams.isEmpty() && candleCadence.due(time)) {
            candleStreams.forEach(stream -> stream.update(time));
        }
        if (marks != null) {
            marks.step(time, events);
        }
        streams.step(time);
    }

    /** Makes a channel a book stream that opens with a snapshot, unless {@code opensWith} is told otherwise afterwards. */
    public BookStream book(StreamChannel channel, BookView view, Function<BookMessage, String> text) {
        BookStream book = new BookStream(
                market.book(), channel, view, start, text, message -> ledger.book(channel.name(), message));
        books.add(book);
        return book;
    }

    /** Makes a channel a stream of candles of trades: once a second when changed, and when one closes. */
    public void candles(StreamChannel channel, Interval interval, CandleStream.Text text) {
        candleStreams.add(new CandleStream(market.candles(), interval, channel, text));
    }

    public Contract contract() {
        return contract;
    }

    public String symbol() {
        return contract.symbol();
    }

    public SymbolSpec spec() {
        return contract.spec();
    }

    public SymbolMarket market() {
        return market;
    }

    public Book book() {
        return market.book();
    }

    public Candles candles() {
        return market.candles();
    }

    /**
     * Mark price, index, funding, open interest.
     *
     * @throws IllegalStateException for spot and options, which have none
     */
    public FuturesMarks marks() {
        if (marks == null) {
            throw new IllegalStateException(symbol() + " has no marks");
        }
        return marks;
    }

    /** A trade's id as {@link ContractStreams#tradeId} has it. */
    public String tradeId(TradePrint trade) {
        return streams.tradeId(trade);
    }

    /** Hears the market; kept apart so that nobody else can tell a contract what happened. */
    private final class Events implements MarketListener, FuturesMarks.Watcher {
        @Override
        public void trade(SymbolMarket source, TradePrint trade) {
            if (marks != null) {
                marks.state().traded(trade);
            }
            ledger.trade(streams, trade);
            streams.trade(trade);
        }

        @Override
        public void touch(SymbolMarket source, long time) {
            streams.touch(time);
        }

        @Override
        public void liquidation(SymbolMarket source, Liquidation liquidation) {
            ledger.liquidation(liquidation);
            streams.liquidation(liquidation);
        }

        @Override
        public void marked(Mark mark, long time) {
            streams.mark(mark, time);
        }

        @Override
        public void settled(FundingHistory.Row row, long time) {
            ledger.settled(row, time);
            streams.settled(row, time);
        }
    }
}
