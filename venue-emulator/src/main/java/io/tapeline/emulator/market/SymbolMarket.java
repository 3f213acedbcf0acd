package io.tapeline.emulator.market;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One symbol's market: a book that follows a fair price, takers that trade against it, candles of the trades. */
public final class SymbolMarket {
    private final SymbolSpec spec;
    private final MarketRates rates;
    private final MarketListener listener;
    private final SplittableRandom random;
    private final Book book;
    private final Liquidity liquidity;
    private final TradeHistory trades;
    private final Candles candles;
    private final Arrivals changes;
    private final Arrivals takers;
    private final Arrivals forced;
    private long nextRawId;
    private double fair;
    private long lastLiquidation;
    private Level reportedBid;
    private Level reportedAsk;

    /**
     * @param venue symbols of the same name on two venues trade differently
     * @param startIds where trade ids begin; later starts must begin higher
     * @param cadences milliseconds between diffs of the book
     */
    public SymbolMarket(
            SymbolSpec spec,
            MarketRates rates,
            String venue,
            long seed,
            long startMillis,
            long startIds,
            UpdateIds updateIds,
            List<Integer> cadences,
            MarketListener listener) {
        this.spec = spec;
        this.rates = rates;
        this.listener = listener;
        random = new SplittableRandom(Seeds.mix(seed, venue + spec.symbol()));
        changes = new Arrivals(rates.bookChangesPerSecond(), random);
        takers = new Arrivals(rates.tradesPerSecond(), random);
        forced = new Arrivals(rates.liquidationsPerMinute() / 60, random);
        fair = spec.startPrice();
        book = new Book(updateIds, cadences, startMillis);
        liquidity = new Liquidity(spec, rates.bookLevels(), random, book);
        liquidity.fill(fairTicks(), startMillis);
        trades = new TradeHistory(rates.historyTrades(), startIds);
        nextRawId = 2 * startIds;
        long price = fairTicks();
        candles = new Candles(new PastPrices(seed, spec, startMillis, rates.historyDays()), startMillis, price);
        reportedBid = book.bestBid();
        reportedAsk = book.bestAsk();
        cadences.forEach(book::take);
    }

    /** Lets a stretch of time pass in which the price is that many times the one at the start. */
    public void step(long time, double seconds, double assetFactor, boolean liquidations) {
        fair = spec.startPrice() * assetFactor;
        for (changes.pass(seconds); changes.due(); ) {
            liquidity.act(fairTicks(), time);
            reportTouch(time);
        }
        for (takers.pass(seconds); takers.due(); ) {
            trade(time);
        }
        for (forced.pass(liquidations ? seconds : 0); forced.due(); ) {
            liquidate(time);
        }
    }

    private void trade(long time) {
        boolean sell = random.nextBoolean();
        boolean large = random.nextDouble() < rates.largeTradeShare();
        double usd = large
                ? spec.largeUsd() * (1.05 + 2 * random.nextDouble())
                : spec.levelUsd() * 0.2 * Math.exp(random.nextGaussian());
        take(sell, usd, large, time);
    }

    /** A taker order; a large one finds a large resting order at the touch, so that it prints as one trade. */
    private List<TradePrint> take(boolean sell, double usd, boolean large, long time) {
        long lots = spec.lots(usd, touch(sell).price());
        if (large && touch(sell).size() < lots) {
            book.set(sell, touch(sell).price(), lots + lots / 4, time);
            reportTouch(time);
        }
        List<TradePrint> fills = new ArrayList<>();
        for (long rest = lots; rest > 0 && fills.size() < 3; ) {
            TradePrint fill = fill(sell, rest, time);
            fills.add(fill);
            rest -= fill.size();
        }
        liquidity.replenish(fairTicks(), time);
        reportTouch(time);
        return fills;
    }

    private TradePrint fill(boolean sell, long lots, long time) {
        Level touch = touch(sell);
        long size = Math.min(lots, touch.size());
        book.set(sell, touch.price(), touch.size() - size, time);
        long first = nextRawId;
        nextRawId += 1 + (size > 1 ? random.nextInt(3) : 0);
        TradePrint trade = new TradePrint(trades.endId(), touch.price(), size, first, nextRawId - 1, time, sell);
        trades.add(trade);
        candles.add(trade);
        listener.trade(this, trade);
        return trade;
    }

    private void liquidate(long time) {
        if (time - lastLiquidation < 1000) {
            return;
        }
        lastLiquidation = time;
        boolean sell = random.nextBoolean();
        boolean large = random.nextInt(4) == 0;
        double usd = (large ? spec.largeUsd() : spec.levelUsd()) * (1.05 + random.nextDouble());
        List<TradePrint> fills = take(sell, usd, large, time);
        long limit = Math.max(1, fills.getFirst().price() + Math.round((sell ? -0.006 : 0.006) * fairTicks()));
        listener.liquidation(this, new Liquidation(sell, limit, fills, time));
    }

    private Level touch(boolean sell) {
        if (book.side(sell).isEmpty()) {
            liquidity.replenish(fairTicks(), book.lastTime());
        }
        return sell ? book.bestBid() : book.bestAsk();
    }

    private void reportTouch(long time) {
        Level bid = book.bestBid();
        Level ask = book.bestAsk();
        if (!bid.equals(reportedBid) || !ask.equals(reportedAsk)) {
            reportedBid = bid;
            reportedAsk = ask;
            listener.touch(this, time);
        }
    }

    private long fairTicks() {
        // Below two ticks there is no room for a bid under an ask.
        return Math.max(2, spec.price().count(fair));
    }

    public SymbolSpec spec() {
        return spec;
    }

    public Book book() {
        return book;
    }

    public TradeHistory trades() {
        return trades;
    }

    public Candles candles() {
        return candles;
    }

    /** Price of the newest trade in ticks; before the first, the price the book follows. */
    public long lastPrice() {
        return trades.newest().map(TradePrint::price).orElseGet(this::fairTicks);
    }

    /** Days of candles from before the start. */
    public int historyDays() {
        return rates.historyDays();
    }

    /** The price the book follows, in quote. */
    public double fair() {
        return fair;
    }
}
