package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.TradePrint;
import java.util.List;

/** The text of a contract's rows, the same on sockets and in answers. Numbers and times are texts. */
record OkxFrames(ListedContract listed, OkxTerms terms) {
    private static final LevelShape LEVEL = LevelShape.textsAnd("\"0\",\"1\"");

    private String symbol() {
        return listed.symbol();
    }

    private Contract contract() {
        return listed.contract();
    }

    /** A frame of a channel: what it is about, and rows. */
    static String frame(String channel, String about, String instrument, String rows) {
        return "{\"arg\":{\"channel\":\"" + channel + "\",\"" + about + "\":\"" + instrument + "\"},\"data\":[" + rows
                + "]}";
    }

    static String time(long millis) {
        return Long.toString(millis);
    }

    String trade(TradePrint trade) {
        return Json.object()
                .text("instId", symbol())
                .text("tradeId", listed.tradeId(trade))
                .decimal("px", listed.spec().price(), trade.price())
                .decimal("sz", listed.spec().size(), trade.size())
                .text("side", trade.side())
                .text("source", "0")
                .text("ts", time(trade.time()))
                .end();
    }

    /** A snapshot continues nothing: its {@code prevSeqId} is -1. */
    String book(BookMessage message) {
        String row = Json.object()
                .levels("asks", listed.spec(), message.asks(), LEVEL)
                .levels("bids", listed.spec(), message.bids(), LEVEL)
                .text("ts", time(message.time()))
                .number("checksum", 0)
                .number("prevSeqId", message.snapshot() ? -1 : message.previousId())
                .number("seqId", message.id())
                .end();
        return Json.object()
                .raw("arg", "{\"channel\":\"books\",\"instId\":\"" + symbol() + "\"}")
                .text("action", message.snapshot() ? "snapshot" : "update")
                .raw("data", "[" + row + "]")
                .end();
    }

    String touch(long time) {
        Level bid = listed.book().bestBid();
        Level ask = listed.book().bestAsk();
        return Json.object()
                .levels("asks", listed.spec(), List.of(ask), LEVEL)
                .levels("bids", listed.spec(), List.of(bid), LEVEL)
                .text("ts", time(time))
                .number("seqId", listed.book().lastId())
                .end();
    }

    String mark(Mark mark, long time) {
        return Json.object()
                .text("instId", symbol())
                .text("instType", terms.type())
                .decimal("markPx", FuturesMarks.GRID, mark.mark())
                .text("ts", time(time))
                .end();
    }

    String index(Mark mark, long time) {
        return Json.object()
                .text("instId", terms.index())
                .decimal("idxPx", FuturesMarks.GRID, mark.index())
                .decimal("open24h", FuturesMarks.GRID, mark.index())
                .decimal("high24h", FuturesMarks.GRID, mark.index())
                .decimal("low24h", FuturesMarks.GRID, mark.index())
                .decimal("sodUtc0", FuturesMarks.GRID, mark.index())
                .decimal("sodUtc8", FuturesMarks.GRID, mark.index())
                .text("ts", time(time))
                .end();
    }

    String funding(Mark mark, long time) {
        long interval = contract().fundingHours() * 3_600_000L;
        FundingHistory.Row last = listed.marks().funding().rows().getLast();
        return Json.object()
                .text("formulaType", "withRate")
                .decimal("fundingRate", FuturesMarks.GRID, mark.rate())
                .text("fundingTime", time(mark.nextFunding()))
                .text("impactValue", "10000.0000000000000000")
                .text("instId", symbol())
                .text("instType", terms.type())
                .text("interestRate", "0.0001000000000000")
                .text("maxFundingRate", "0.00375")
                .text("method", "current_period")
                .text("minFundingRate", "-0.00375")
                .text("nextFundingRate", "")
                .text("nextFundingTime", time(mark.nextFunding() + interval))
                .decimal("premium", FuturesMarks.GRID, mark.rate())
                .text("prevFundingTime", time(mark.nextFunding() - interval))
                .decimal("settFundingRate", FuturesMarks.GRID, last.rate())
                .text("settState", "settled")
                .text("ts", time(time))
                .end();
    }

    String settled(FundingHistory.Row row) {
        return Json.object()
                .text("formulaType", "noRate")
                .decimal("fundingRate", FuturesMarks.GRID, row.rate())
                .text("fundingTime", time(row.time()))
                .text("instId", symbol())
                .text("instType", terms.type())
                .text("method", "current_period")
                .decimal("realizedRate", FuturesMarks.GRID, row.rate())
                .end();
    }

    String openInterest(long time) {
        OkxTerms.Volumes interest =
                terms.openInterest(listed, listed.marks().state().openInterest(), time);
        return Json.object()
                .text("instId", symbol())
                .text("instType", terms.type())
                .text("oi", interest.counted().toPlainString())
                .text("oiCcy", interest.base().toPlainString())
                .text("oiUsd", interest.quote().toPlainString())
                .text("ts", time(time))
                .end();
    }

    String liquidation(Liquidation liquidation) {
        String detail = Json.object()
                .text("bkLoss", "0")
                .decimal("bkPx", listed.spec().price(), liquidation.limit())
                .text("ccy", "")
                .text("posSide", liquidation.sell() ? "long" : "short")
                .text("side", liquidation.sell() ? "sell" : "buy")
                .decimal("sz", listed.spec().size(), liquidation.size())
                .text("ts", time(liquidation.time()))
                .end();
        return Json.object()
                .raw("details", "[" + detail + "]")
                .text("instFamily", terms.family())
                .text("instId", symbol())
                .text("instType", terms.type())
                .text("uly", terms.index())
                .end();
    }

    String candle(Bar bar, boolean closed) {
        OkxTerms.Volumes volumes = terms.volumes(contract(), bar);
        List<String> row = List.of(
                time(bar.openTime()),
                listed.spec().price().text(bar.open()),
                listed.spec().price().text(bar.high()),
                listed.spec().price().text(bar.low()),
                listed.spec().price().text(bar.close()),
                volumes.counted().toPlainString(),
                (terms.spot() ? volumes.quote() : volumes.base()).toPlainString(),
                volumes.quote().toPlainString(),
                closed ? "1" : "0");
        return row(row);
    }

    static String row(List<String> values) {
        return Json.array(values.stream().map(value -> '"' + value + '"'));
    }
}
