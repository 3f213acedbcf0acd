package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;

/** The mark price streams of a contract. */
final class Marks implements FuturesMarks.Watcher {
    private static final String PREFIX = Dialect.USDM.prefix();
    private static final long HOUR = 3_600_000;

    private final Ledger ledger;
    private final Contract contract;
    private final FuturesMarks marks;
    private final StreamChannel everySecond;
    private final StreamChannel everyThree;
    private final Cadence three;

    Marks(VenueContext context, StreamHub hub, Contract contract, SymbolMarket market, String name) {
        this.ledger = context.ledger();
        this.contract = contract;
        long start = context.engine().now();
        marks = new FuturesMarks(
                market,
                context.settings().seed(),
                start,
                contract.perpetual() ? 0.0002 : 0.01,
                contract.fundingHours(),
                Marks::stamp);
        everySecond = hub.channel(UsdmVenue.MARKET, name + "@markPrice@1s");
        everyThree = hub.channel(UsdmVenue.MARKET, name + "@markPrice");
        three = new Cadence(3000, start);
    }

    void step(long time) {
        marks.step(time, this);
    }

    @Override
    public void marked(Mark mark, long time) {
        String frame = UsdmFrames.markPrice(contract, mark, time / 1000 * 1000);
        ledger.produced(PREFIX, contract.spec().symbol(), "mark_price", time / 1000 * 1000, time / 1000, frame);
        everySecond.publish(frame);
        if (three.due(time)) {
            everyThree.publish(frame);
        }
    }

    @Override
    public void settled(FundingHistory.Row row, long time) {
        ledger.produced(PREFIX, contract.spec().symbol(), "funding_rate", time, row.time(), text(row));
    }

    /** A payment as REST gives it. */
    static String text(FundingHistory.Row row) {
        return Json.object()
                .text("symbol", row.symbol())
                .number("fundingTime", row.time())
                .decimal("fundingRate", FuturesMarks.GRID, row.rate())
                .decimal("markPrice", FuturesMarks.GRID, row.mark())
                .text("rateType", "Regular")
                .end();
    }

    FuturesMarks marks() {
        return marks;
    }

    /** The venue's stamps are often a few milliseconds past the hour. */
    private static long stamp(long time) {
        return time + time / HOUR % 6;
    }
}
