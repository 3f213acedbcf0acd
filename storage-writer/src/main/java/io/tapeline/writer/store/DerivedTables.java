package io.tapeline.writer.store;

import io.tapeline.model.event.BorrowRate;
import io.tapeline.model.event.Decision;
import io.tapeline.model.event.DepthMetrics;
import io.tapeline.model.event.Feature;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.OptionSummary;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.VolatilityIndex;

/** Tables of indices, options, settlements and signals. */
final class DerivedTables {
    static final Table<DepthMetrics> DEPTH_METRICS = Table.of(Kind.DEPTH_METRICS, DepthMetrics.class, "depth_metrics")
            .column("mid", (e, out) -> out.decimal(e.mid()))
            .column("spread_l5_pct", (e, out) -> out.decimal(e.spreadL5Pct()))
            .column("spread_l50_pct", (e, out) -> out.decimal(e.spreadL50Pct()))
            .column("spread_l100_pct", (e, out) -> out.decimal(e.spreadL100Pct()))
            .column("vol_l50_bids", (e, out) -> out.decimal(e.volL50Bids()))
            .column("vol_l50_asks", (e, out) -> out.decimal(e.volL50Asks()))
            .column("depth_bids", (e, out) -> out.int4(e.depthBids()))
            .column("depth_asks", (e, out) -> out.int4(e.depthAsks()))
            .column("interval", (e, out) -> out.text("interval", e.interval()));

    static final Table<VolatilityIndex> VOLATILITY_INDEX = Table.of(
                    Kind.VOLATILITY_INDEX, VolatilityIndex.class, "volatility_index")
            .column("value", (e, out) -> out.decimal(e.value()));

    static final Table<Settlement> SETTLEMENT = Table.of(Kind.SETTLEMENT, Settlement.class, "settlement")
            .column("price", (e, out) -> out.decimal(e.price()))
            .column("trade_date", (e, out) -> out.text("trade_date", e.tradeDate()))
            .column("open_interest", (e, out) -> out.decimal(e.openInterest()))
            .column("volume", (e, out) -> out.decimal(e.volume()))
            .column("basis", (e, out) -> out.decimal(e.basis()))
            .column("basis_annualised_pct", (e, out) -> out.decimal(e.basisAnnualisedPct()))
            .column("days_to_expiry", (e, out) -> out.decimal(e.daysToExpiry()))
            .column("is_front", (e, out) -> out.flag(e.isFront()))
            .column("roll", (e, out) -> out.flag(e.roll()))
            .column("metadata", (e, out) -> out.objectOrNull("metadata", e.metadata()))
            .rule(ConflictRule.LATER_STAGE);

    static final Table<OptionSummary> OPTION_SUMMARY = Table.of(
                    Kind.OPTION_SUMMARY, OptionSummary.class, "option_summary")
            .column("underlying", (e, out) -> out.text("underlying", e.underlying()))
            .column("mark_price", (e, out) -> out.decimal(e.markPrice()))
            .column("mark_iv", (e, out) -> out.decimal(e.markIv()))
            .column("bid_iv", (e, out) -> out.decimal(e.bidIv()))
            .column("ask_iv", (e, out) -> out.decimal(e.askIv()))
            .column("delta", (e, out) -> out.decimal(e.delta()))
            .column("gamma", (e, out) -> out.decimal(e.gamma()))
            .column("vega", (e, out) -> out.decimal(e.vega()))
            .column("theta", (e, out) -> out.decimal(e.theta()))
            .column("underlying_price", (e, out) -> out.decimal(e.underlyingPrice()))
            .column("open_interest", (e, out) -> out.decimal(e.openInterest()))
            .rule(ConflictRule.FIRST_IS_FILLED_IN);

    static final Table<BorrowRate> BORROW_RATE = Table.of(Kind.BORROW_RATE, BorrowRate.class, "borrow_rate")
            .column("side", (e, out) -> out.text("side", e.side()))
            .column("bps_per_day", (e, out) -> out.decimal(e.bpsPerDay()));

    static final Table<Feature> FEATURE = Table.of(Kind.FEATURE, Feature.class, "feature")
            .column("name", (e, out) -> out.text("name", e.name()))
            .column("value", (e, out) -> out.decimal(e.value()))
            .column("interval", (e, out) -> out.text("interval", e.interval()))
            .column("quality", (e, out) -> out.text("quality", e.quality()));

    static final Table<Decision> DECISION = Table.of(Kind.DECISION, Decision.class, "decision")
            .column("strategy", (e, out) -> out.text("strategy", e.strategy()))
            .column("action", (e, out) -> out.text("action", e.action()))
            .column("vetoes", (e, out) -> out.texts("vetoes", e.vetoes()))
            .column("inputs", (e, out) -> out.object("inputs", e.inputs()))
            .column("edge_bps", (e, out) -> out.decimal(e.edgeBps()));

    private DerivedTables() {}
}
