package io.tapeline.emulator.binance;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.BookDiff;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Payloads of the futures streams. */
final class UsdmFrames {
    private static final Grid INDEX = new Grid(8, 1);

    private UsdmFrames() {}

    static String aggTrade(Contract contract, TradePrint trade, long sent) {
        SymbolSpec spec = contract.spec();
        return Json.object()
                .text("e", "aggTrade")
                .number("E", sent)
                .number("a", trade.id())
                .text("s", spec.symbol())
                .decimal("p", spec.price(), trade.price())
                .decimal("q", spec.size(), trade.size())
                .decimal("nq", spec.size(), trade.size())
                .number("f", trade.firstId())
                .number("l", trade.lastId())
                .number("T", trade.time())
                .flag("m", trade.buyerMaker())
                .number("st", contract.family())
                .end();
    }

    /** The row that REST gives for the same trade. */
    static String tradeRow(SymbolSpec spec, TradePrint trade) {
        return Json.object()
                .number("a", trade.id())
                .decimal("p", spec.price(), trade.price())
                .decimal("q", spec.size(), trade.size())
                .decimal("nq", spec.size(), trade.size())
                .number("f", trade.firstId())
                .number("l", trade.lastId())
                .number("T", trade.time())
                .flag("m", trade.buyerMaker())
                .end();
    }

    static String depth(Contract contract, BookDiff diff, long sent) {
        SymbolSpec spec = contract.spec();
        return Json.object()
                .text("e", "depthUpdate")
                .number("E", sent)
                .number("T", diff.time())
                .text("s", spec.symbol())
                .text("ps", contract.pair())
                .number("U", diff.firstId())
                .number("u", diff.lastId())
                .number("pu", diff.previousId())
                .levels("b", spec, diff.bids())
                .levels("a", spec, diff.asks())
                .number("st", contract.family())
                .end();
    }

    static String bookTicker(Contract contract, SymbolMarket market, long time) {
        SymbolSpec spec = contract.spec();
        Level bid = market.book().bestBid();
        Level ask = market.book().bestAsk();
        return Json.object()
                .text("e", "bookTicker")
                .number("u", market.book().lastId())
                .text("s", spec.symbol())
                .text("ps", contract.pair())
                .decimal("b", spec.price(), bid.price())
                .decimal("B", spec.size(), bid.size())
                .decimal("a", spec.price(), ask.price())
                .decimal("A", spec.size(), ask.size())
                .number("T", time)
                .number("E", time)
                .number("st", contract.family())
                .end();
    }

    static String snapshot(SymbolMarket market, int limit, long sent) {
        return Json.object()
                .number("lastUpdateId", market.book().lastId())
                .number("E", sent)
                .number("T", market.book().lastTime())
                .levels("bids", market.spec(), market.book().top(true, limit))
                .levels("asks", market.spec(), market.book().top(false, limit))
                .end();
    }

    static String markPrice(Contract contract, Mark mark, long sent) {
        return Json.object()
                .text("e", "markPriceUpdate")
                .number("E", sent)
                .text("s", contract.spec().symbol())
                .decimal("p", INDEX, mark.mark())
                .decimal("ap", INDEX, mark.mark())
                .decimal("P", INDEX, mark.settle())
                .decimal("i", INDEX, mark.index())
                .decimal("r", INDEX, mark.rate())
                .number("T", mark.nextFunding())
                .number("st", contract.family())
                .end();
    }

    static String premiumIndex(Contract contract, Mark mark, long time) {
        return Json.object()
                .text("symbol", contract.spec().symbol())
                .decimal("markPrice", INDEX, mark.mark())
                .decimal("indexPrice", INDEX, mark.index())
                .decimal("estimatedSettlePrice", INDEX, mark.settle())
                .decimal("lastFundingRate", INDEX, mark.rate())
                .text("interestRate", contract.perpetual() ? "0.00010000" : "0.00000000")
                .number("nextFundingTime", mark.nextFunding())
                .number("time", time)
                .end();
    }

    static String forceOrder(String order, long sent) {
        return Json.object()
                .text("e", "forceOrder")
                .number("E", sent)
                .raw("o", order)
                .end();
    }

    static String order(Contract contract, Liquidation liquidation) {
        SymbolSpec spec = contract.spec();
        String size = spec.size().text(liquidation.size());
        return Json.object()
                .text("s", spec.symbol())
                .text("S", liquidation.sell() ? "SELL" : "BUY")
                .text("o", "LIMIT")
                .text("f", "IOC")
                .text("q", size)
                .decimal("p", spec.price(), liquidation.limit())
                .text("ap", average(spec, liquidation))
                .text("X", "FILLED")
                .decimal("l", spec.size(), liquidation.fills().getLast().size())
                .text("z", size)
                .number("T", liquidation.time())
                .text("ps", contract.pair())
                .number("st", contract.family())
                .end();
    }

    private static String average(SymbolSpec spec, Liquidation liquidation) {
        return liquidation
                .weighted()
                .divide(BigDecimal.valueOf(liquidation.size()), 12, RoundingMode.HALF_UP)
                .multiply(spec.price().step())
                .setScale(Math.max(spec.price().scale(), 7), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
