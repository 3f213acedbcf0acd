package io.tapeline.emulator.kit;

import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FundingHistory;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;

/** Writes down what happens on a contract, in the same words for every venue. */
final class ContractLedger {
    private final Ledger ledger;
    private final String prefix;
    private final SymbolSpec spec;

    ContractLedger(Ledger ledger, String prefix, SymbolSpec spec) {
        this.ledger = ledger;
        this.prefix = prefix;
        this.spec = spec;
    }

    void trade(ContractStreams streams, TradePrint trade) {
        write(
                "trade",
                trade.time(),
                trade.id(),
                Json.object()
                        .text("id", streams.tradeId(trade))
                        .text("side", trade.side())
                        .text("price", streams.tradePrice(spec, trade))
                        .text("size", streams.tradeSize(spec, trade))
                        .end());
    }

    void liquidation(Liquidation liquidation) {
        write(
                "liquidation",
                liquidation.time(),
                liquidation.fills().getLast().id(),
                Json.object()
                        .text("side", liquidation.sell() ? "sell" : "buy")
                        .decimal("price", spec.price(), liquidation.limit())
                        .decimal("size", spec.size(), liquidation.size())
                        .end());
    }

    void settled(FundingHistory.Row row, long time) {
        write(
                "funding_rate",
                time,
                row.time(),
                Json.object()
                        .decimal("rate", FuturesMarks.GRID, row.rate())
                        .decimal("mark", FuturesMarks.GRID, row.mark())
                        .end());
    }

    void candle(Bar minute) {
        write(
                "candle",
                minute.openTime() + 59_999,
                minute.openTime(),
                Json.object()
                        .decimal("open", spec.price(), minute.open())
                        .decimal("high", spec.price(), minute.high())
                        .decimal("low", spec.price(), minute.low())
                        .decimal("close", spec.price(), minute.close())
                        .decimal("volume", spec.size(), minute.volume())
                        .end());
    }

    void book(String stream, BookMessage message) {
        write(
                "book",
                message.time(),
                message.id(),
                Json.object()
                        .raw("stream", Json.escaped(stream))
                        .number("id", message.id())
                        .number("previous", message.previousId())
                        .number("sequence", message.sequence())
                        .end());
    }

    private void write(String kind, long time, long id, String facts) {
        ledger.produced(prefix, spec.symbol(), kind, time, id, facts);
    }
}
