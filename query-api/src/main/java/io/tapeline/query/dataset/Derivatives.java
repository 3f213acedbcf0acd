package io.tapeline.query.dataset;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.Market;
import java.util.List;

/** Endpoints about options, dated futures, indices and the cost of borrowing. */
final class Derivatives {
    private static final List<String> OPTION_TYPES = List.of("call", "put");

    static final Dataset OPTIONS = Dataset.events(
                    "options",
                    "options",
                    "option_summaries",
                    Kind.OPTION_SUMMARY,
                    "Option chains: the newest row of each option that has not expired; every row of a time window"
                            + " where hours, from or to is given")
            .columns(Column.with(
                    Column.of(Kind.OPTION_SUMMARY),
                    Column.of("expiry", ColumnType.TIME),
                    Column.of("strike", ColumnType.NUMBER),
                    new Column("option_type", ColumnType.TEXT, false, OPTION_TYPES)))
            .scope(Scope.rowsOf(Market.OPTION))
            .filters(
                    Filter.ofInstrument(
                            "underlying",
                            Filter.Type.TEXT,
                            "s.base IN (:underlying, upper(:underlying))",
                            "Asset of the chain",
                            "BTC",
                            List.of()),
                    Filter.ofInstrument(
                            "expiry",
                            Filter.Type.DATE,
                            "(s.expiry AT TIME ZONE 'UTC')::date = CAST(:expiry AS date)",
                            "Day on which the option expires, UTC",
                            "2026-12-25",
                            List.of()),
                    Filter.ofInstrument(
                            "option_type",
                            Filter.Type.CHOICE,
                            "s.option_type = :option_type",
                            "Right that the option gives",
                            "call",
                            OPTION_TYPES),
                    Filter.ofInstrument(
                            "strike", Filter.Type.AMOUNT, "s.strike = :strike", "Strike price", "100000", List.of()))
            .window(Window.NEWEST_UNLESS_GIVEN, Order.NEWEST_FIRST)
            .summary(DerivativesSummaries.OPTIONS);

    static final Dataset SETTLEMENTS = Dataset.events(
                    "settlements",
                    "settlements",
                    "settlements",
                    Kind.SETTLEMENT,
                    "Daily settlements of futures, with basis and roll; all of them unless a time is given. metadata tells"
                            + " stage, source and delay")
            .filters(
                    Filter.day("trade_date", "The trading day"),
                    Filter.flag("is_front", "Whether it is of the front month"),
                    Filter.flag("roll", "Whether the front month changes with it"))
            .window(Window.OPTIONAL, Order.NEWEST_OF_FEW_FIRST)
            .summary(DerivativesSummaries.SETTLEMENTS);

    static final Dataset VOLATILITY_INDEX = Dataset.events(
                    "volatility-index",
                    "volatility_index",
                    "volatility_index",
                    Kind.VOLATILITY_INDEX,
                    "Volatility indices, in percent per year")
            .scope(Scope.rowsOf(Market.INDEX))
            .summary(DerivativesSummaries.VOLATILITY_INDEX);

    static final Dataset BORROW_RATES = Dataset.events(
                    "borrow-rates",
                    "borrow_rates",
                    "borrow_rates",
                    Kind.BORROW_RATE,
                    "What borrowing costs, in basis points per day")
            .filters(Filter.choice("side", List.of("long", "short", "loan"), "Who pays it"))
            .summary(DerivativesSummaries.BORROW_RATES);

    private Derivatives() {}
}
