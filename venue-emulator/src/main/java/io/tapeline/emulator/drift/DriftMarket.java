package io.tapeline.emulator.drift;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.ForcedFills;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One perpetual: its book on one socket, its candle with the fills that change it on the other. */
final class DriftMarket implements ContractStreams {
    static final String BOOKS = "dlob";
    static final String DATA = "data";
    private static final int DEPTH = 100;
    private static final int BOOK_MILLIS = 400;
    private static final int FORCED_KEPT = 1_000;

    private final DriftVenue venue;
    private final ListedContract listed;
    private final int index;
    private final StreamChannel fills;
    private final StreamChannel books;
    private @Nullable BookMessage told;
    private final List<TradePrint> due = new ArrayList<>();
    private final ForcedFills forced = new ForcedFills(FORCED_KEPT);

    /** @param index by which the program knows it */
    DriftMarket(DriftVenue venue, ListedContract listed, int index) {
        this.venue = venue;
        this.listed = listed;
        this.index = index;
        String symbol = listed.symbol();
        books = venue.hub().channel(BOOKS, "orderbook:" + symbol);
        listed.book(books, BookView.whole(DEPTH, BOOK_MILLIS), this::bookFrame);
        fills = venue.hub().channel(DATA, "candle:" + symbol + ":1");
        fills.opensWith(() -> candle().map(bar -> DriftText.candleFrame("init", this, bar, List.of())).stream()
                .toList());
    }

    static Contract contract(String asset, double price) {
        Grid ticks = price >= 1_000 ? new Grid(2, 1) : price >= 1 ? new Grid(4, 1) : new Grid(6, 1);
        Grid lots = price >= 1_000 ? new Grid(4, 1) : price >= 1 ? new Grid(2, 1) : new Grid(0, 1);
        return Contract.perpetual(asset + "-PERP", asset, "USDT", ticks, lots, 1);
    }

    int index() {
        return index;
    }

    ListedContract listed() {
        return listed;
    }

    String symbol() {
        return listed.symbol();
    }

    long now() {
        return venue.now();
    }

    private String bookFrame(BookMessage message) {
        told = message;
        return Json.object()
                .text("channel", "orderbook_perp_" + index + "_grouped_1")
                .raw("data", Json.escaped(DriftText.book(this, message.id(), message.bids(), message.asks(), false)))
                .end();
    }

    /** As {@code /l2} gives it: what was published last, while somebody listens. */
    String book(int depth) {
        BookMessage published = told;
        if (published != null && books.wanted()) {
            return DriftText.book(this, published.id(), published.bids(), published.asks(), true);
        }
        return DriftText.book(
                this,
                listed.book().lastId(),
                listed.book().top(true, Math.min(depth, DEPTH)),
                listed.book().top(false, Math.min(depth, DEPTH)),
                true);
    }

    @Override
    public void trade(TradePrint trade) {
        due.add(trade);
    }

    @Override
    public void liquidation(Liquidation liquidation) {
        forced.add(liquidation);
    }

    /** Only now it is known which fills were forced. */
    @Override
    public void step(long time) {
        for (TradePrint trade : due) {
            if (fills.wanted()) {
                candle().ifPresent(bar -> fills.publish(
                        DriftText.candleFrame("update", this, bar, List.of(DriftText.fill(this, trade, true)))));
            }
        }
        due.clear();
    }

    @Override
    public void minute(Bar minute, long time) {
        if (fills.wanted()) {
            candle().ifPresent(bar -> fills.publish(DriftText.candleFrame("create", this, bar, List.of())));
        }
    }

    private Optional<Bar> candle() {
        return listed.candles().bar(Interval.MINUTE, listed.candles().now());
    }

    boolean wasForced(TradePrint trade) {
        return forced.contains(trade);
    }

    /** What the venue prints differs in zeros from interface to interface. */
    @Override
    public String tradePrice(SymbolSpec spec, TradePrint trade) {
        return plain(spec.price().exact(trade.price()));
    }

    @Override
    public String tradeSize(SymbolSpec spec, TradePrint trade) {
        return plain(spec.size().exact(trade.size()));
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
