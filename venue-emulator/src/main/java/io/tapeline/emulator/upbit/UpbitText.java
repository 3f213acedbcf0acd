package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What streams and REST write alike of one market. Numbers are numbers, not texts. */
record UpbitText(ListedContract listed) {
    private static final DateTimeFormatter DATE = utc("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = utc("HH:mm:ss");
    private static final DateTimeFormatter BOTH = utc("yyyy-MM-dd'T'HH:mm:ss");
    private static final long KST_AHEAD = 9 * 3_600_000L;

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    private SymbolSpec spec() {
        return listed.spec();
    }

    static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }

    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    /** Unique in a market; more digits in those that are not in won. */
    static long id(String code, TradePrint trade) {
        long perMilli = perMilli(code);
        return trade.time() * perMilli + trade.id() % perMilli;
    }

    /** When a trade with an id was. */
    static long timeOf(String code, long id) {
        return id / perMilli(code);
    }

    private static long perMilli(String code) {
        return code.startsWith(UpbitMarket.KRW) ? 1_000 : 10_000;
    }

    static String side(TradePrint trade) {
        return trade.buyerMaker() ? "ASK" : "BID";
    }

    /** {@code change} and {@code change_price}: the difference to yesterday without its sign. */
    Json change(Json row, long price, long before) {
        return row.number("prev_closing_price", spec().price(), before)
                .text("change", Long.signum(price - before) < 0 ? "FALL" : price == before ? "EVEN" : "RISE")
                .number("change_price", spec().price(), Math.abs(price - before));
    }

    Json prices(Json row, Bar bar) {
        return row.number("opening_price", spec().price(), bar.open())
                .number("high_price", spec().price(), bar.high())
                .number("low_price", spec().price(), bar.low())
                .number("trade_price", spec().price(), bar.close());
    }

    /** A sum of ticks times lots in the quote. */
    String turnover(long ticksTimesLots) {
        BigDecimal unit = spec().price().step().multiply(spec().size().step());
        return BigDecimal.valueOf(ticksTimesLots).multiply(unit).toPlainString();
    }

    Json starts(Json row, long open) {
        return row.text("candle_date_time_utc", BOTH.format(Instant.ofEpochMilli(open)))
                .text("candle_date_time_kst", BOTH.format(Instant.ofEpochMilli(open + KST_AHEAD)));
    }

    /** A book: the n-th best of both sides together; a side that has run out is padded with zeros. */
    Json book(Json row, long time, List<Level> bids, List<Level> asks) {
        StringBuilder units = new StringBuilder("[");
        for (int level = 0; level < Math.max(bids.size(), asks.size()); level++) {
            units.append(level == 0 ? "" : ",").append(unit(at(bids, level), at(asks, level)));
        }
        return row.number("timestamp", time)
                .number("total_ask_size", spec().size(), total(asks))
                .number("total_bid_size", spec().size(), total(bids))
                .raw("orderbook_units", units.append(']').toString());
    }

    private String unit(Level bid, Level ask) {
        return Json.object()
                .number("ask_price", spec().price(), ask.price())
                .number("bid_price", spec().price(), bid.price())
                .number("ask_size", spec().size(), ask.size())
                .number("bid_size", spec().size(), bid.size())
                .end();
    }

    private static Level at(List<Level> side, int level) {
        return level < side.size() ? side.get(level) : new Level(0, 0);
    }

    private static long total(List<Level> side) {
        return side.stream().mapToLong(Level::size).sum();
    }
}
