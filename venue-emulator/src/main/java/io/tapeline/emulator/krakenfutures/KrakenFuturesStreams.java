package io.tapeline.emulator.krakenfutures;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Feeds of one product: trades with the newest 100 first, the book level by level, the ticker once a second. */
final class KrakenFuturesStreams implements ContractStreams {
    private static final int NEWEST = 100;
    private static final int FORCED_KEPT = 1_000;
    private static final LevelShape LEVEL = LevelShape.objects("price", "qty", false);

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final StreamChannel ticker;
    private final KrakenFuturesTicker text;
    private final Set<Long> forced = new LinkedHashSet<>();
    private final List<TradePrint> untold = new ArrayList<>();

    KrakenFuturesStreams(StreamHub hub, ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
        text = new KrakenFuturesTicker(listed);
        trades = hub.channel("", "trade:" + listed.symbol());
        trades.opensWith(() -> List.of(newest()));
        ticker = hub.channel("", "ticker:" + listed.symbol());
        ticker.opensWith(() -> List.of(text.streamed(listed.book().lastTime())));
        listed.book(hub.channel("", "book:" + listed.symbol()), BookView.levels(50), this::book);
    }

    private String book(BookMessage message) {
        return message.snapshot() ? snapshot(message) : change(message);
    }

    private String snapshot(BookMessage message) {
        return Json.object()
                .text("feed", "book_snapshot")
                .text("product_id", listed.symbol())
                .number("timestamp", message.time())
                .number("seq", message.sequence())
                .raw("tickSize", "null")
                .levels("bids", spec, message.bids(), LEVEL)
                .levels("asks", spec, message.asks(), LEVEL)
                .end();
    }

    private String change(BookMessage message) {
        boolean bid = !message.bids().isEmpty();
        Level level = bid ? message.bids().getFirst() : message.asks().getFirst();
        return Json.object()
                .text("feed", "book")
                .text("product_id", listed.symbol())
                .text("side", bid ? "buy" : "sell")
                .number("seq", message.sequence())
                .number("price", spec.price(), level.price())
                .number("qty", spec.size(), level.size())
                .number("timestamp", message.time())
                .end();
    }

    /** That its fills were forced is known after they came as trades: they are told at the end of the step. */
    @Override
    public void liquidation(Liquidation liquidation) {
        for (TradePrint fill : liquidation.fills()) {
            forced.add(fill.id());
            if (forced.size() > FORCED_KEPT) {
                forced.remove(forced.iterator().next());
            }
        }
    }

    @Override
    public void trade(TradePrint trade) {
        untold.add(trade);
    }

    @Override
    public void step(long time) {
        if (trades.wanted()) {
            untold.forEach(trade -> trades.publish(text(trade)));
        }
        untold.clear();
    }

    private String newest() {
        return Json.object()
                .text("feed", "trade_snapshot")
                .text("product_id", listed.symbol())
                .raw(
                        "trades",
                        Json.array(listed.market().trades().last(NEWEST).reversed().stream()
                                .map(this::text)))
                .end();
    }

    private String text(TradePrint trade) {
        return Json.object()
                .text("feed", "trade")
                .text("product_id", listed.symbol())
                .text("uid", tradeId(trade))
                .text("side", trade.side())
                .text("type", forced.contains(trade.id()) ? "liquidation" : "fill")
                .number("seq", trade.id())
                .number("time", trade.time())
                .number("qty", spec.size(), trade.size())
                .number("price", spec.price(), trade.price())
                .end();
    }

    @Override
    public String tradeId(TradePrint trade) {
        return new UUID(listed.symbol().hashCode(), trade.id()).toString();
    }

    @Override
    public void mark(Mark mark, long time) {
        if (ticker.wanted()) {
            ticker.publish(text.streamed(time));
        }
    }
}
