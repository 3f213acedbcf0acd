package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.util.List;

/** What streams and REST write alike of one coin. */
record HyperliquidText(ListedContract listed) {
    private static final long HASH_BITS = (1L << 50) - 1;
    /** An odd number: multiplying by it in 50 bits loses nothing. */
    private static final long SCATTER = 0x2545F4914F6CDDL;

    private SymbolSpec spec() {
        return listed.spec();
    }

    /** Ids of trades look like hashes: unique, and without order. */
    static long tid(TradePrint trade) {
        return trade.id() * SCATTER & HASH_BITS;
    }

    String trade(TradePrint trade) {
        return Json.object()
                .text("coin", listed.symbol())
                .text("side", trade.buyerMaker() ? "A" : "B")
                .decimal("px", spec().price(), trade.price())
                .decimal("sz", spec().size(), trade.size())
                .number("time", trade.time())
                .text("hash", "0x%064x".formatted(tid(trade)))
                .number("tid", tid(trade))
                .end();
    }

    String level(Level level) {
        return Json.object()
                .decimal("px", spec().price(), level.price())
                .decimal("sz", spec().size(), level.size())
                .number("n", 1 + level.size() % 5)
                .end();
    }

    String book(long time, List<Level> bids, List<Level> asks, boolean fast) {
        String sides = "[" + Json.array(bids.stream().map(this::level)) + ","
                + Json.array(asks.stream().map(this::level)) + "]";
        Json book =
                Json.object().text("coin", listed.symbol()).number("time", time).raw("levels", sides);
        return (fast ? book.flag("fast", true) : book).end();
    }

    String candle(Interval interval, Bar bar) {
        return Json.object()
                .number("t", bar.openTime())
                .number("T", interval.next(bar.openTime()) - 1)
                .text("s", listed.symbol())
                .text("i", interval.name())
                .decimal("o", spec().price(), bar.open())
                .decimal("c", spec().price(), bar.close())
                .decimal("h", spec().price(), bar.high())
                .decimal("l", spec().price(), bar.low())
                .decimal("v", spec().size(), bar.volume())
                .number("n", bar.count())
                .end();
    }

    String context(Mark mark) {
        return Json.object()
                .decimal("funding", FuturesMarks.GRID, mark.rate())
                .decimal("openInterest", spec().size(), listed.marks().state().openInterest())
                .decimal("prevDayPx", FuturesMarks.GRID, mark.index())
                .text("dayNtlVlm", "0.0")
                .decimal("premium", FuturesMarks.GRID, mark.rate())
                .decimal("oraclePx", FuturesMarks.GRID, mark.index())
                .decimal("markPx", FuturesMarks.GRID, mark.mark())
                .raw("midPx", middle())
                .raw(
                        "impactPxs",
                        "[" + price(listed.book().bestBid()) + ","
                                + price(listed.book().bestAsk()) + "]")
                .text("dayBaseVlm", "0.0")
                .end();
    }

    String spotContext() {
        return Json.object()
                .decimal("prevDayPx", spec().price(), listed.market().lastPrice())
                .text("dayNtlVlm", "0.0")
                .decimal("markPx", spec().price(), listed.market().lastPrice())
                .raw("midPx", middle())
                .text("circulatingSupply", "21000000.0")
                .text("coin", listed.symbol())
                .end();
    }

    private String middle() {
        return price(listed.book().bestBid());
    }

    private String price(Level level) {
        return "\"" + spec().price().text(level.price()) + "\"";
    }
}
