package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Topics of one contract: tickers and liquidations beside what every category has. */
final class BybitLinearStreams extends BybitStreams {
    private final SymbolSpec spec;
    private final BybitTicker ticker;
    private final StreamChannel tickers;
    private final StreamChannel liquidations;
    private long lastPrice;

    BybitLinearStreams(StreamHub hub, ListedContract listed) {
        super(BybitCategory.LINEAR, hub, listed);
        spec = listed.spec();
        ticker = new BybitTicker(listed);
        liquidations = hub.channel("", "allLiquidation." + listed.symbol());
        tickers = hub.channel("", "tickers." + listed.symbol());
        tickers.opensWith(() -> List.of(ticker.snapshot(listed.book().lastTime())));
    }

    @Override
    public void trade(TradePrint trade) {
        super.trade(trade);
        lastPrice = trade.price();
    }

    @Override
    String row(TradePrint trade) {
        return Json.object()
                .number("T", trade.time())
                .text("s", listed().symbol())
                .text("S", side(trade))
                .text("v", tradeSize(spec, trade))
                .text("p", tradePrice(spec, trade))
                .text("L", direction(trade))
                .text("i", tradeId(trade))
                .flag("BT", false)
                .flag("RPI", false)
                .number("seq", trade.firstId())
                .end();
    }

    private String direction(TradePrint trade) {
        if (trade.price() == lastPrice) {
            return "ZeroPlusTick";
        }
        return trade.price() > lastPrice ? "PlusTick" : "MinusTick";
    }

    /** Ids are UUIDs, the same for all who ask. */
    @Override
    public String tradeId(TradePrint trade) {
        String name = listed().symbol() + '#' + trade.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void mark(Mark mark, long time) {
        if (tickers.wanted()) {
            tickers.publish(ticker.change(mark, time));
        }
    }

    /** The side is that of the position, the price that of its bankruptcy. */
    @Override
    public void liquidation(Liquidation liquidation) {
        if (liquidations.wanted()) {
            String row = Json.object()
                    .number("T", liquidation.time())
                    .text("s", listed().symbol())
                    .text("S", liquidation.sell() ? "Buy" : "Sell")
                    .decimal("v", spec.size(), liquidation.size())
                    .decimal("p", spec.price(), liquidation.limit())
                    .end();
            liquidations.publish(Json.object()
                    .text("topic", liquidations.name())
                    .text("type", "snapshot")
                    .number("ts", liquidation.time() + 300)
                    .raw("data", "[" + row + "]")
                    .end());
        }
    }
}
