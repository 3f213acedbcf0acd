package io.tapeline.writer.store;

import io.tapeline.model.event.Candle;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.LargeTrade;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Trade;
import java.util.Optional;

/** The table of each kind. Columns stand in the order of the record's components. */
final class Tables {
    private static final Table<Trade> TRADE = Table.of(Kind.TRADE, Trade.class, "trade")
            .withoutUniqueIndex()
            .column("trade_id", (e, out) -> out.text("trade_id", CompactColumns.keptId(e)))
            .column("id_form", (e, out) -> out.code(CompactColumns.idForm(e.tradeId())))
            .column("side", (e, out) -> out.code(Codes.of(e.side())))
            .column("price", (e, out) -> out.decimal(e.price()))
            .column("size", (e, out) -> out.decimal(e.size()))
            .column("size_unit", (e, out) -> out.code(Codes.of(e.sizeUnit())))
            .column("derived", (e, out) -> out.code(CompactColumns.derived(e)))
            .column("base_size", (e, out) -> out.decimal(CompactColumns.baseSizeIsSize(e) ? null : e.baseSize()))
            .column("value_usd", (e, out) -> out.decimal(CompactColumns.valueIsProduct(e) ? null : e.valueUsd()))
            .column("sequence", (e, out) -> out.int8(e.sequence()))
            .column("is_liquidation", (e, out) -> out.flag(e.isLiquidation()))
            .column("metadata", (e, out) -> out.objectOrNull("metadata", e.metadata()))
            .rule(ConflictRule.LIQUIDATION_MAY_COME_TRUE)
            .also(LargeTradeFlags::from);

    private static final Table<LargeTrade> LARGE_TRADE = Table.of(Kind.LARGE_TRADES, LargeTrade.class, "large_trade")
            .named()
            .column("trade_id", (e, out) -> out.text("trade_id", e.tradeId()))
            .column("side", (e, out) -> out.text("side", Codes.name(e.side())))
            .column("price", (e, out) -> out.decimal(e.price()))
            .column("size", (e, out) -> out.decimal(e.size()))
            .column("size_unit", (e, out) -> out.text("size_unit", Codes.name(e.sizeUnit())))
            .column("base_size", (e, out) -> out.decimal(e.baseSize()))
            .column("value_usd", (e, out) -> out.decimal(e.valueUsd()))
            .column("sequence", (e, out) -> out.int8(e.sequence()))
            .column("is_liquidation", (e, out) -> out.flag(e.isLiquidation()))
            .column("metadata", (e, out) -> out.objectOrNull("metadata", e.metadata()))
            .rule(ConflictRule.LIQUIDATION_MAY_COME_TRUE);

    private static final Table<Orderbook> ORDERBOOK = Table.of(Kind.ORDERBOOK, Orderbook.class, "orderbook")
            .named()
            .column("snapshot", (e, out) -> out.flag(e.snapshot()))
            .column("bids", (e, out) -> out.levels(e.bids()))
            .column("asks", (e, out) -> out.levels(e.asks()))
            .column("size_unit", (e, out) -> out.text("size_unit", Codes.name(e.sizeUnit())))
            .column("contract_size", (e, out) -> out.decimal(e.contractSize()))
            .column("sequence", (e, out) -> out.int8(e.sequence()))
            .column("previous_sequence", (e, out) -> out.int8(e.previousSequence()))
            .column("verified", (e, out) -> out.text("verified", Codes.name(e.verified())));

    private static final Table<Quote> QUOTE = Table.of(Kind.QUOTE, Quote.class, "quote")
            .withoutUniqueIndex()
            .column("bid_price", (e, out) -> out.decimal(e.bidPrice()))
            .column("bid_size", (e, out) -> out.decimal(e.bidSize()))
            .column("ask_price", (e, out) -> out.decimal(e.askPrice()))
            .column("ask_size", (e, out) -> out.decimal(e.askSize()))
            .column("size_unit", (e, out) -> out.code(Codes.of(e.sizeUnit())))
            .column("sequence", (e, out) -> out.int8(CompactColumns.keptSequence(e)))
            .column("id_form", (e, out) -> out.code(CompactColumns.idForm(e)));

    private static final Table<MarkPrice> MARK_PRICE = Table.of(Kind.MARK_PRICE, MarkPrice.class, "mark_price")
            .column("mark_price", (e, out) -> out.decimal(e.markPrice()))
            .column("index_price", (e, out) -> out.decimal(e.indexPrice()))
            .column("last_price", (e, out) -> out.decimal(e.lastPrice()));

    private static final Table<FundingRate> FUNDING_RATE = Table.of(
                    Kind.FUNDING_RATE, FundingRate.class, "funding_rate")
            .named()
            .column("rate", (e, out) -> out.decimal(e.rate()))
            .column("status", (e, out) -> out.text("status", Codes.name(e.status())))
            .column("interval_hours", (e, out) -> out.decimal(e.intervalHours()))
            .column("rate_8h", (e, out) -> out.decimal(e.rate8h()))
            .column("predicted_rate", (e, out) -> out.decimal(e.predictedRate()))
            .column("next_funding_time", (e, out) -> out.time(e.nextFundingTime()))
            .column("metadata", (e, out) -> out.objectOrNull("metadata", e.metadata()));

    private static final Table<OpenInterest> OPEN_INTEREST = Table.of(
                    Kind.OPEN_INTEREST, OpenInterest.class, "open_interest")
            .named()
            .column("open_interest", (e, out) -> out.decimal(e.openInterest()))
            .column("open_interest_base", (e, out) -> out.decimal(e.openInterestBase()))
            .column("open_interest_usd", (e, out) -> out.decimal(e.openInterestUsd()))
            .column("metadata", (e, out) -> out.objectOrNull("metadata", e.metadata()));

    private static final Table<Liquidation> LIQUIDATION = Table.of(Kind.LIQUIDATION, Liquidation.class, "liquidation")
            .column("side", (e, out) -> out.text("side", Codes.name(e.side())))
            .column("price", (e, out) -> out.decimal(e.price()))
            .column("size", (e, out) -> out.decimal(e.size()))
            .column("size_unit", (e, out) -> out.text("size_unit", Codes.name(e.sizeUnit())))
            .column("base_size", (e, out) -> out.decimal(e.baseSize()))
            .column("value_usd", (e, out) -> out.decimal(e.valueUsd()))
            .column("trade_id", (e, out) -> out.text("trade_id", e.tradeId()));

    private static final Table<Candle> CANDLE = Table.of(Kind.CANDLE, Candle.class, "candle")
            .column("interval", (e, out) -> out.text("interval", e.interval()))
            .column("source", (e, out) -> out.text("source", Codes.name(e.source())))
            .column("open", (e, out) -> out.decimal(e.open()))
            .column("high", (e, out) -> out.decimal(e.high()))
            .column("low", (e, out) -> out.decimal(e.low()))
            .column("close", (e, out) -> out.decimal(e.close()))
            .column("volume", (e, out) -> out.decimal(e.volume()))
            .column("quote_volume", (e, out) -> out.decimal(e.quoteVolume()))
            .column("buy_volume", (e, out) -> out.decimal(e.buyVolume()))
            .column("trades", (e, out) -> out.int8(e.trades()))
            .column("closed", (e, out) -> out.flag(e.closed()))
            .rule(ConflictRule.CLOSED_THEN_NEWEST);

    private static final Table<LongShortRatio> LONG_SHORT_RATIO = Table.of(
                    Kind.LONG_SHORT_RATIO, LongShortRatio.class, "long_short_ratio")
            .column("ratio_type", (e, out) -> out.text("ratio_type", Codes.name(e.ratioType())))
            .column("period", (e, out) -> out.text("period", e.period()))
            .column("long_share", (e, out) -> out.decimal(e.longShare()))
            .column("short_share", (e, out) -> out.decimal(e.shortShare()))
            .column("ratio", (e, out) -> out.decimal(e.ratio()));

    private Tables() {}

    /** The table of a kind; none for book deltas, which are on the bus and in recordings only. */
    static Optional<Table<?>> of(Kind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case BOOK -> null;
                    case TRADE -> TRADE;
                    case ORDERBOOK -> ORDERBOOK;
                    case QUOTE -> QUOTE;
                    case MARK_PRICE -> MARK_PRICE;
                    case FUNDING_RATE -> FUNDING_RATE;
                    case OPEN_INTEREST -> OPEN_INTEREST;
                    case LIQUIDATION -> LIQUIDATION;
                    case CANDLE -> CANDLE;
                    case LONG_SHORT_RATIO -> LONG_SHORT_RATIO;
                    case LARGE_TRADES -> LARGE_TRADE;
                    case DEPTH_METRICS -> DerivedTables.DEPTH_METRICS;
                    case VOLATILITY_INDEX -> DerivedTables.VOLATILITY_INDEX;
                    case SETTLEMENT -> DerivedTables.SETTLEMENT;
                    case OPTION_SUMMARY -> DerivedTables.OPTION_SUMMARY;
                    case BORROW_RATE -> DerivedTables.BORROW_RATE;
                    case FEATURE -> DerivedTables.FEATURE;
                    case DECISION -> DerivedTables.DECISION;
                    case INSTRUMENT -> StateTables.INSTRUMENT;
                    case FEED_STATUS -> StateTables.FEED_STATUS;
                    case GAP -> StateTables.GAP;
                    case WATERMARK -> StateTables.WATERMARK;
                    case ALERT -> StateTables.ALERT;
                });
    }
}
