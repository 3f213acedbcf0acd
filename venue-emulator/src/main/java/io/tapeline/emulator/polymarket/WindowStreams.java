package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the windows' tokens are heard by: a stream named by the token, one of its best prices, and one of the whole venue
 * for those who asked for the custom features. A change of an order is one frame about both tokens.
 */
final class WindowStreams implements Window.Listener {
    static final String GLOBAL = "global";

    private static final String BEST = "best:";

    private final StreamHub hub;
    private final Ledger ledger;
    private final StreamChannel global;
    private final Map<String, Window> byToken = new HashMap<>();

    WindowStreams(StreamHub hub, Ledger ledger) {
        this.hub = hub;
        this.ledger = ledger;
        global = hub.channel("", GLOBAL);
    }

    static String best(String token) {
        return BEST + token;
    }

    void open(Window window) {
        for (boolean up : new boolean[] {true, false}) {
            byToken.put(window.token(up), window);
            hub.channel("", window.token(up));
            hub.channel("", best(window.token(up)));
        }
    }

    void close(Window window) {
        for (boolean up : new boolean[] {true, false}) {
            byToken.remove(window.token(up));
            hub.remove("", window.token(up));
            hub.remove("", best(window.token(up)));
        }
    }

    Optional<Window> window(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    private StreamChannel channel(Window window, boolean up) {
        return hub.channel("", window.token(up));
    }

    private List<StreamChannel> both(Window window) {
        return List.of(channel(window, true), channel(window, false));
    }

    @Override
    public void changed(Window window, boolean bid, int price, long size, long time) {
        if (both(window).stream().anyMatch(StreamChannel::wanted)) {
            hub.publish(both(window), ClobText.change(window, bid, price, size, time));
            tellBest(window, bid, price, time);
        }
    }

    private void tellBest(Window window, boolean bid, int price, long time) {
        boolean atTop = bid
                ? price >= window.book().best(true, true)
                : price <= window.book().best(true, false);
        if (atTop) {
            for (boolean up : new boolean[] {true, false}) {
                hub.channel("", best(window.token(up))).publish(ClobText.best(window, up, time));
            }
        }
    }

    @Override
    public void traded(Window window, Window.Trade trade) {
        ledger.produced(
                PolymarketEmulation.PREFIX,
                window.token(trade.up()),
                "trade",
                trade.time(),
                trade.number(),
                Json.object()
                        .text("id", Long.toString(trade.number()))
                        .text("side", trade.buy() ? "buy" : "sell")
                        .text("price", ClobText.price(trade.price()))
                        .text("size", ClobText.size(trade.size()))
                        .end());
        channel(window, trade.up()).publish(ClobText.trade(window, trade, trade.time()));
        for (boolean up : new boolean[] {true, false}) {
            if (channel(window, up).wanted()) {
                channel(window, up).publish(ClobText.book(window, up, trade.time(), false));
            }
        }
    }

    @Override
    public void refined(Window window, long time) {
        for (boolean up : new boolean[] {true, false}) {
            channel(window, up).publish(ClobText.refined(window, up, time));
        }
    }

    @Override
    public void resolved(Window window, long time) {
        global.publish(ClobText.resolved(window, window.name().start() / 1_000, time));
    }
}
