package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.TradePrint;
import java.time.Instant;

/** Parts of messages and answers. */
final class CoinbaseText {
    private CoinbaseText() {}

    /** A message; its number is put in when it is sent. */
    static String message(String channel, long time, String events) {
        return Json.object()
                .text("channel", channel)
                .text("timestamp", time(time))
                .raw("events", "[" + events + "]")
                .end();
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** The side is that of the resting order. */
    static Json trade(ListedContract listed, TradePrint trade) {
        return Json.object()
                .text("product_id", listed.symbol())
                .text("trade_id", Long.toString(trade.id()))
                .decimal("price", listed.spec().price(), trade.price())
                .decimal("size", listed.spec().size(), trade.size())
                .text("time", time(trade.time()))
                .text("side", trade.buyerMaker() ? "BUY" : "SELL");
    }

    static Json candle(ListedContract listed, Bar bar) {
        return Json.object()
                .text("start", Long.toString(bar.openTime() / 1_000))
                .decimal("low", listed.spec().price(), bar.low())
                .decimal("high", listed.spec().price(), bar.high())
                .decimal("open", listed.spec().price(), bar.open())
                .decimal("close", listed.spec().price(), bar.close())
                .decimal("volume", listed.spec().size(), bar.volume());
    }
}
