package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.SymbolSpec;

/** Tickers of a pair: statistics of 24 hours. The topic has neither bid nor ask, the answer has both. */
final class BybitSpotTicker {
    private final ListedContract listed;
    private final SymbolSpec spec;

    BybitSpotTicker(ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
    }

    String frame(long time) {
        return Json.object()
                .text("topic", "tickers." + listed.symbol())
                .number("ts", time)
                .text("type", "snapshot")
                .number("cs", listed.book().lastId())
                .raw("data", statistics(Json.object().text("symbol", listed.symbol())))
                .end();
    }

    /** As an element of the answer about tickers. */
    String row() {
        return statistics(Json.object()
                .text("symbol", listed.symbol())
                .text("bid1Price", text(spec.price(), listed.book().bestBid().price()))
                .text("bid1Size", text(spec.size(), listed.book().bestBid().size()))
                .text("ask1Price", text(spec.price(), listed.book().bestAsk().price()))
                .text("ask1Size", text(spec.size(), listed.book().bestAsk().size())));
    }

    private String statistics(Json data) {
        String last = text(spec.price(), listed.market().lastPrice());
        return data.text("lastPrice", last)
                .text("highPrice24h", last)
                .text("lowPrice24h", last)
                .text("prevPrice24h", last)
                .text("volume24h", "7217.990977")
                .text("turnover24h", "460629823.77866687")
                .text("price24hPcnt", "-0.0042")
                .text("usdIndexPrice", spec.price().text(listed.market().lastPrice()) + "41059")
                .end();
    }

    private static String text(Grid grid, long count) {
        return BybitCategory.SPOT.text(grid, count);
    }
}
