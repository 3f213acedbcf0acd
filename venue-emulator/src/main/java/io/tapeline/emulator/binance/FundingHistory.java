package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settled funding: thirty days from before the start, and what is settled since. */
final class FundingHistory {
    private static final long DAYS = 30;
    private static final long HOUR = 3_600_000;
    private static final Grid RATE = new Grid(8, 1);

    private final Contract contract;
    private final List<Row> rows = new ArrayList<>();
    private long nextFunding;

    FundingHistory(Contract contract, long seed, long start, Candles marks) {
        this.contract = contract;
        nextFunding = next(start);
        if (contract.perpetual()) {
            long own = Seeds.mix(seed, contract.spec().symbol() + "#funding");
            long interval = contract.fundingHours() * HOUR;
            for (long time = nextFunding - DAYS * 24 * HOUR; time < nextFunding; time += interval) {
                past(own, time, marks).ifPresent(rows::add);
            }
        }
    }

    /** Time of the payment after a moment; 0 where nothing is paid. */
    long next(long time) {
        if (!contract.perpetual()) {
            return 0;
        }
        long interval = contract.fundingHours() * HOUR;
        return (Math.floorDiv(time, interval) + 1) * interval;
    }

    /** Settles when the time has come, at the last mark and estimate. */
    Optional<Row> settle(long now, Mark mark) {
        if (!contract.perpetual() || now < nextFunding) {
            return Optional.empty();
        }
        Row row = new Row(contract.spec().symbol(), nextFunding + nextFunding / HOUR % 6, mark.rate(), mark.mark());
        nextFunding = next(now);
        rows.add(row);
        return Optional.of(row);
    }

    /** Oldest first. */
    List<Row> rows() {
        return rows;
    }

    private Optional<Row> past(long seed, long time, Candles marks) {
        Optional<Bar> minute = marks.bar(Interval.ALL.getFirst(), time - 60_000);
        long rate = Math.round((0.0001 + 0.00025 * Seeds.smooth(seed, time / (double) (24 * HOUR))) * 1e8);
        // The venue's stamps are often a few milliseconds past the hour.
        long stamp = time + time / HOUR % 6;
        return minute.map(bar -> new Row(contract.spec().symbol(), stamp, rate, bar.close()));
    }

    /** Rate and mark price with 8 decimals. */
    record Row(String symbol, long time, long rate, long mark) {
        String text() {
            return Json.object()
                    .text("symbol", symbol)
                    .number("fundingTime", time)
                    .decimal("fundingRate", RATE, rate)
                    .decimal("markPrice", RATE, mark)
                    .text("rateType", "Regular")
                    .end();
        }
    }
}
