package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.FuturesState;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;

/** A contract's mark price and funding: once a second, and settled at the end of each interval. */
final class Marks {
    private static final String PREFIX = Dialect.USDM.prefix();

    private final Ledger ledger;
    private final Contract contract;
    private final FuturesState state;
    private final SymbolMarket market;
    private final SymbolSpec markSpec;
    private final Candles candles;
    private final FundingHistory funding;
    private final StreamChannel everySecond;
    private final StreamChannel everyThree;
    private final Cadence second;
    private final Cadence three;
    private Mark current;

    Marks(
            VenueContext context,
            StreamHub hub,
            Contract contract,
            FuturesState state,
            SymbolMarket market,
            String name) {
        this.ledger = context.ledger();
        this.contract = contract;
        this.state = state;
        this.market = market;
        long start = context.engine().now();
        SymbolSpec spec = contract.spec();
        markSpec = new SymbolSpec(
                spec.symbol(),
                spec.base(),
                spec.quote(),
                new Grid(8, 1),
                spec.size(),
                spec.startPrice(),
                spec.levelUsd(),
                spec.largeUsd(),
                spec.contractUsd());
        long seed = context.settings().seed();
        candles = Candles.of(seed, markSpec, start, context.settings().market().historyDays());
        funding = new FundingHistory(contract, seed, start, candles);
        everySecond = hub.channel(UsdmVenue.MARKET, name + "@markPrice@1s");
        everyThree = hub.channel(UsdmVenue.MARKET, name + "@markPrice");
        second = new Cadence(1000, start);
        three = new Cadence(3000, start);
        current = take(start);
    }

    void step(long time) {
        candles.roll(time);
        if (second.due(time)) {
            state.step();
            funding.settle(time, current).ifPresent(row -> settled(row, time));
            current = take(time);
            candles.sample(current.mark());
            String frame = UsdmFrames.markPrice(contract, current, time / 1000 * 1000);
            ledger.produced(PREFIX, contract.spec().symbol(), "mark_price", time / 1000 * 1000, time / 1000, frame);
            everySecond.publish(frame);
            if (three.due(time)) {
                everyThree.publish(frame);
            }
        }
    }

    /** The mark of the current second, with the time of the next payment as of now. */
    Mark at(long time) {
        return new Mark(current.mark(), current.index(), current.settle(), current.rate(), funding.next(time));
    }

    Candles candles() {
        return candles;
    }

    FundingHistory funding() {
        return funding;
    }

    /** The contract as far as mark prices are concerned: 8 decimals. */
    SymbolSpec spec() {
        return markSpec;
    }

    private void settled(FundingHistory.Row row, long time) {
        ledger.produced(PREFIX, contract.spec().symbol(), "funding_rate", time, row.time(), row.text());
    }

    private Mark take(long time) {
        double fair = market.fair();
        long index = state.index(fair);
        long rate = contract.perpetual() ? state.rate() : 0;
        return new Mark(state.mark(fair), index, index - index / 20_000, rate, funding.next(time));
    }
}
