package io.tapeline.query.dataset;

import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.event.Side;
import java.util.List;

/** Every endpoint under {@code /api/v1/exchange/}. */
public final class Datasets {
    private static final Filter SIDE =
            Filter.choice("side", Side.class, "Aggressor of a trade; of a liquidation the side of the forced order");
    private static final Filter MIN_VALUE_USD =
            Filter.atLeast("min_value_usd", "value_usd", "Only rows worth at least this many USD", "100000");
    private static final Filter ONLY_LIQUIDATIONS =
            Filter.only("only_liquidations", "is_liquidation", "true: only forced trades");

    private static final List<Dataset> ALL = List.of(
            Dataset.events(
                            "large-trades",
                            "trades",
                            "large_trades",
                            Kind.LARGE_TRADES,
                            "Trades and liquidations over the threshold of their asset")
                    .filters(SIDE, ONLY_LIQUIDATIONS, MIN_VALUE_USD)
                    .summary(Summaries.TRADES),
            Dataset.events("trades", "trades", "trades", Kind.TRADE, "Every trade")
                    .filters(SIDE, ONLY_LIQUIDATIONS, MIN_VALUE_USD)
                    .summary(Summaries.TRADES),
            Dataset.events(
                            "funding-rates",
                            "funding_rates",
                            "funding_rates",
                            Kind.FUNDING_RATE,
                            "Funding rates: settled ones and the estimates before them")
                    .filters(Filter.choice("status", FundingStatus.class, "Final or still moving"))
                    .summary(Summaries.FUNDING),
            Dataset.events(
                            "open-interest",
                            "open_interest",
                            "open_interest",
                            Kind.OPEN_INTEREST,
                            "Open interest, one-sided")
                    .summary(Summaries.OPEN_INTEREST),
            Dataset.events(
                            "orderbooks",
                            "orderbooks",
                            "exchange_orderbooks",
                            Kind.ORDERBOOK,
                            "The best levels of order books; live=true: the newest book of each instrument")
                    .withLive(),
            Dataset.events(
                            "depth",
                            "depth",
                            "depth_metrics",
                            Kind.DEPTH_METRICS,
                            "Liquidity of order books at full 5 seconds and minutes: mid, spreads between levels, volume")
                    .filters(Filter.choice("interval", List.of("5s", "1min"), "How far rows are apart")),
            Dataset.events("quotes", "quotes", "quotes", Kind.QUOTE, "Best bid and ask"),
            Dataset.events("mark-prices", "mark_prices", "mark_prices", Kind.MARK_PRICE, "Mark, index and last prices"),
            Dataset.events("liquidations", "liquidations", "liquidations", Kind.LIQUIDATION, "Forced orders")
                    .filters(SIDE, MIN_VALUE_USD)
                    .summary(Summaries.LIQUIDATIONS),
            Dataset.events(
                            "long-short-ratio",
                            "long_short_ratio",
                            "long_short_ratio",
                            Kind.LONG_SHORT_RATIO,
                            "Long against short")
                    .filters(
                            Filter.choice("ratio_type", RatioType.class, "What is compared"),
                            Filter.text("period", "Length of the period a ratio covers", "5m")),
            Dataset.events("ohlcv", "ohlcv", "ohlcv", Kind.CANDLE, "Candles; the timestamp is the opening time")
                    .filters(
                            Filter.text("interval", "Length of a candle", "1m"),
                            Filter.choice("source", CandleSource.class, "Which price a candle is made of"),
                            Filter.flag("closed", "Whether a candle is final")),
            Derivatives.OPTIONS,
            Derivatives.SETTLEMENTS,
            Derivatives.VOLATILITY_INDEX,
            Derivatives.BORROW_RATES,
            Basis.DATASET,
            new Dataset(
                    "instruments",
                    "instruments",
                    List.of("instruments"),
                    "Instruments as discovered, with units, steps and fees; all of them unless a time is given",
                    Column.of(Kind.INSTRUMENT),
                    Scope.ROWS,
                    List.of(
                            Filter.text("base", "Asset that is bought and sold", "BTC"),
                            Filter.text("quote", "Asset the price is in", "USDT"),
                            Filter.flag("live", "(ended_at IS NULL) = :live", "Whether it still trades")),
                    Window.OPTIONAL,
                    Order.byName("exchange", "market", "symbol"),
                    Summaries.INSTRUMENTS,
                    false),
            Latest.DATASET,
            FeedHealth.DATASET,
            Dataset.events(
                            "gaps",
                            "gaps",
                            "data_gaps",
                            Kind.GAP,
                            "Stretches of a stream that were missed, and whether they could be repaired")
                    .filters(
                            Filter.choice("state", GapState.class, "Where the repair stands"),
                            Filter.choice("stream", Kind.class, "Kind of the events that are missing"),
                            Filter.text("cause", "Why they are missing", "disconnect"))
                    .summary(Summaries.GAPS));

    private Datasets() {}

    public static List<Dataset> all() {
        return ALL;
    }
}
