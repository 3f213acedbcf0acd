package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;
import java.math.MathContext;

/** The ticker of a market: figures of the day, told with a trade. The last 24 hours and 52 weeks repeat those of the day. */
record UpbitTicker(ListedContract listed, UpbitDay day) {

    private SymbolSpec spec() {
        return listed.spec();
    }

    /** As it is streamed. */
    Json message(Json row, TradePrint trade) {
        Bar today = day.at(trade.time());
        figures(row, trade, today)
                .text("ask_bid", UpbitText.side(trade))
                .number("acc_ask_volume", spec().size(), today.volume() - today.buyVolume())
                .number("acc_bid_volume", spec().size(), today.buyVolume())
                .text("market_state", "ACTIVE")
                .flag("is_trading_suspended", false)
                .raw("delisting_date", "null")
                .text("market_warning", "NONE");
        return row;
    }

    /** What a message and an answer have in common. */
    Json figures(Json row, TradePrint trade, Bar today) {
        UpbitText text = new UpbitText(listed);
        long before = day.closeBefore(trade.time());
        long change = trade.price() - before;
        text.change(text.prices(row, today), trade.price(), before)
                .raw("signed_change_price", spec().price().exact(change).toPlainString())
                .raw("change_rate", share(Math.abs(change), before))
                .raw("signed_change_rate", share(change, before))
                .number("trade_volume", spec().size(), trade.size())
                .raw("acc_trade_price", text.turnover(today.quoteVolume()))
                .raw("acc_trade_price_24h", text.turnover(today.quoteVolume()))
                .number("acc_trade_volume", spec().size(), today.volume())
                .number("acc_trade_volume_24h", spec().size(), today.volume())
                .text("trade_date", UpbitText.date(trade.time()).replace("-", ""))
                .text("trade_time", UpbitText.time(trade.time()).replace(":", ""))
                .number("trade_timestamp", trade.time())
                .number("highest_52_week_price", spec().price(), today.high())
                .text("highest_52_week_date", UpbitText.date(trade.time()))
                .number("lowest_52_week_price", spec().price(), today.low())
                .text("lowest_52_week_date", UpbitText.date(trade.time()))
                .number("timestamp", trade.time() + 1);
        return row;
    }

    private static String share(long part, long of) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(of), new MathContext(10))
                .toPlainString();
    }
}
