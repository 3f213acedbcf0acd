package io.tapeline.emulator.market;

import java.util.function.LongUnaryOperator;

/** A derivative's mark price, funding and open interest: once a second, and settled at the end of each interval. */
public final class FuturesMarks {
    /** Prices and rates have eight decimals. */
    public static final Grid GRID = new Grid(8, 1);

    private final SymbolMarket market;
    private final SymbolSpec spec;
    private final FuturesState state;
    private final int fundingHours;
    private final Candles candles;
    private final FundingHistory funding;
    private final Cadence second;
    private Mark current;

    /**
     * @param basis how far the price is over the index, as a share
     * @param fundingHours 0 where none is paid
     * @param stamp the venue's time of a payment, given the end of its interval
     */
    public FuturesMarks(
            SymbolMarket market, long seed, long start, double basis, int fundingHours, LongUnaryOperator stamp) {
        this.market = market;
        this.fundingHours = fundingHours;
        spec = market.spec().withPrice(GRID);
        state = new FuturesState(market.spec(), seed, basis);
        candles = Candles.of(seed, spec, start, market.historyDays());
        funding = new FundingHistory(spec, fundingHours, seed, start, candles, stamp);
        second = new Cadence(1000, start);
        current = take(start);
    }

    /** Hears of each second and of each payment. */
    public interface Watcher {
        void marked(Mark mark, long time);

        void settled(FundingHistory.Row row, long time);
    }

    public void step(long time, Watcher watcher) {
        if (second.due(time)) {
            candles.roll(time);
            state.step();
            funding.settle(time, current).ifPresent(row -> watcher.settled(row, time));
            current = take(time);
            candles.sample(current.mark());
            watcher.marked(current, time);
        }
    }

    /** The mark of the current second, with the time of the next payment as of now. */
    public Mark at(long time) {
        return new Mark(current.mark(), current.index(), current.settle(), current.rate(), funding.next(time));
    }

    /** Candles of mark prices. */
    public Candles candles() {
        return candles;
    }

    public FundingHistory funding() {
        return funding;
    }

    public FuturesState state() {
        return state;
    }

    /** The contract as far as mark prices are concerned: eight decimals. */
    public SymbolSpec spec() {
        return spec;
    }

    private Mark take(long time) {
        double fair = market.fair();
        long index = state.index(fair);
        long rate = fundingHours > 0 ? state.rate() : 0;
        return new Mark(state.mark(fair), index, index - index / 20_000, rate, funding.next(time));
    }
}
