package io.tapeline.writer.retention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A relation whose rows grow old.
 *
 * @param name as users query it
 * @param table of schema {@code store} beneath it
 */
record KeptRelation(String name, String table) {
    static final List<KeptRelation> ALL = List.of(
            new KeptRelation("trades", "trade"),
            new KeptRelation("quotes", "quote"),
            new KeptRelation("exchange_orderbooks", "orderbook"),
            new KeptRelation("mark_prices", "mark_price"),
            new KeptRelation("depth_metrics", "depth_metrics"),
            new KeptRelation("option_summaries", "option_summary"),
            new KeptRelation("features", "feature"),
            new KeptRelation("large_trades", "large_trade"),
            new KeptRelation("funding_rates", "funding_rate"),
            new KeptRelation("open_interest", "open_interest"),
            new KeptRelation("liquidations", "liquidation"),
            new KeptRelation("long_short_ratio", "long_short_ratio"),
            new KeptRelation("ohlcv", "candle"),
            new KeptRelation("volatility_index", "volatility_index"),
            new KeptRelation("settlements", "settlement"),
            new KeptRelation("borrow_rates", "borrow_rate"),
            new KeptRelation("feed_status", "feed_status"),
            new KeptRelation("data_coverage", "watermark"),
            new KeptRelation("data_gaps", "gap"),
            new KeptRelation("alerts", "alert"),
            new KeptRelation("decisions", "decision"));

    /** By its name in any spelling: {@code large_trades}, {@code large-trades}, {@code largetrades}. */
    static Optional<KeptRelation> named(String name) {
        String wanted = bare(name);
        return ALL.stream()
                .filter(relation -> bare(relation.name).equals(wanted))
                .findFirst();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    String qualifiedTable() {
        return "store." + table;
    }
}
