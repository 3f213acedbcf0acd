package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;

/** Rows that sockets and answers share. Trades count the buying and the selling side, forced orders one. */
final class HtxSwapRows {
    private HtxSwapRows() {}

    static String trade(ListedContract listed, TradePrint trade) {
        SymbolSpec spec = listed.spec();
        long amount = 2 * trade.size();
        return Json.object()
                .number("amount", amount)
                .raw("quantity", coins(spec, amount))
                .raw("trade_turnover", turnover(spec, amount * trade.price()))
                .number("ts", trade.time())
                .raw("id", listed.tradeId(trade))
                .number("price", spec.price(), trade.price())
                .text("direction", trade.side())
                .end();
    }

    static String liquidation(ListedContract listed, Liquidation liquidation) {
        SymbolSpec spec = listed.spec();
        return Json.object()
                .text("symbol", spec.base())
                .text("contract_code", listed.symbol())
                .text("direction", liquidation.sell() ? "sell" : "buy")
                .text("offset", "close")
                .number("volume", liquidation.size())
                .number("price", spec.price(), liquidation.limit())
                .number("created_at", liquidation.time())
                .raw("amount", coins(spec, liquidation.size()))
                .raw("trade_turnover", turnover(spec, liquidation.size() * liquidation.limit()))
                .text("contract_type", type(listed))
                .text("pair", spec.base() + "-" + spec.quote())
                .text("business_type", business(listed))
                .end();
    }

    static String type(ListedContract listed) {
        return listed.contract().expiry() > 0 ? "quarter" : "swap";
    }

    static String business(ListedContract listed) {
        return listed.contract().expiry() > 0 ? "futures" : "swap";
    }

    /** Coins in so many contracts. */
    static String coins(SymbolSpec spec, long contracts) {
        return contractSize(spec).multiply(BigDecimal.valueOf(contracts)).toPlainString();
    }

    /** Value of a sum of ticks times contracts. */
    static String turnover(SymbolSpec spec, long ticksTimesContracts) {
        return spec.price()
                .step()
                .multiply(contractSize(spec))
                .multiply(BigDecimal.valueOf(ticksTimesContracts))
                .toPlainString();
    }

    static BigDecimal contractSize(SymbolSpec spec) {
        return BigDecimal.valueOf(spec.contractBase());
    }
}
