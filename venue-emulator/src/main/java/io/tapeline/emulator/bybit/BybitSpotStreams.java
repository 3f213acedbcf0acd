package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;

/** Topics of one pair: tickers of the last 24 hours beside what every category has. */
final class BybitSpotStreams extends BybitStreams {
    /** Ids of trades have 19 digits and grow. */
    private static final long FIRST_ID = 2_290_000_000_000_000_000L;

    private static final int TICKER_MILLIS = 50;

    private final BybitSpotTicker ticker;
    private final StreamChannel tickers;
    private final Cadence cadence;
    private boolean traded;

    BybitSpotStreams(StreamHub hub, ListedContract listed) {
        super(BybitCategory.SPOT, hub, listed);
        ticker = new BybitSpotTicker(listed);
        cadence = new Cadence(TICKER_MILLIS, 0);
        tickers = hub.channel("", "tickers." + listed.symbol());
        tickers.opensWith(() -> List.of(ticker.frame(listed.book().lastTime())));
    }

    @Override
    public void trade(TradePrint trade) {
        super.trade(trade);
        traded = true;
    }

    @Override
    String row(TradePrint trade) {
        return Json.object()
                .text("i", tradeId(trade))
                .number("T", trade.time())
                .text("p", tradePrice(listed().spec(), trade))
                .text("v", tradeSize(listed().spec(), trade))
                .text("S", side(trade))
                .number("seq", trade.firstId())
                .text("s", listed().symbol())
                .flag("BT", false)
                .flag("RPI", false)
                .end();
    }

    @Override
    public String tradeId(TradePrint trade) {
        return Long.toString(FIRST_ID + trade.id());
    }

    /** A ticker is whole every time. */
    @Override
    public void step(long time) {
        if (traded && tickers.wanted() && cadence.due(time)) {
            tickers.publish(ticker.frame(time));
            traded = false;
        }
    }
}
