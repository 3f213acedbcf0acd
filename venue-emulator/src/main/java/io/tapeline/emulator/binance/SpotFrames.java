package io.tapeline.emulator.binance;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.BookDiff;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.util.List;

/** Payloads of the spot streams. */
final class SpotFrames {
    private SpotFrames() {}

    static String aggTrade(SymbolSpec spec, TradePrint trade, long sent) {
        return Json.object()
                .text("e", "aggTrade")
                .number("E", sent)
                .text("s", spec.symbol())
                .number("a", trade.id())
                .decimal("p", spec.price(), trade.price())
                .decimal("q", spec.size(), trade.size())
                .number("f", trade.firstId())
                .number("l", trade.lastId())
                .number("T", trade.time())
                .flag("m", trade.buyerMaker())
                .flag("M", true)
                .end();
    }

    /** The row that REST gives for the same trade. */
    static String tradeRow(SymbolSpec spec, TradePrint trade) {
        return Json.object()
                .number("a", trade.id())
                .decimal("p", spec.price(), trade.price())
                .decimal("q", spec.size(), trade.size())
                .number("f", trade.firstId())
                .number("l", trade.lastId())
                .number("T", trade.time())
                .flag("m", trade.buyerMaker())
                .flag("M", true)
                .end();
    }

    static String depth(SymbolSpec spec, BookDiff diff, long sent) {
        return Json.object()
                .text("e", "depthUpdate")
                .number("E", sent)
                .text("s", spec.symbol())
                .number("U", diff.firstId())
                .number("u", diff.lastId())
                .levels("b", spec, diff.bids().reversed())
                .levels("a", spec, diff.asks())
                .end();
    }

    /** No event type and no time, as the venue has it. */
    static String bookTicker(SymbolMarket market) {
        SymbolSpec spec = market.spec();
        Level bid = market.book().bestBid();
        Level ask = market.book().bestAsk();
        return Json.object()
                .number("u", market.book().lastId())
                .text("s", spec.symbol())
                .decimal("b", spec.price(), bid.price())
                .decimal("B", spec.size(), bid.size())
                .decimal("a", spec.price(), ask.price())
                .decimal("A", spec.size(), ask.size())
                .end();
    }

    static String snapshot(SymbolMarket market, int limit) {
        List<Level> bids = market.book().top(true, limit);
        List<Level> asks = market.book().top(false, limit);
        return Json.object()
                .number("lastUpdateId", market.book().lastId())
                .levels("bids", market.spec(), bids)
                .levels("asks", market.spec(), asks)
                .end();
    }
}
