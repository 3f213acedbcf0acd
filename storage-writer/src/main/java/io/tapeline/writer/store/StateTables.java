package io.tapeline.writer.store;

import io.tapeline.model.event.Alert;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Watermark;
import java.util.List;

/** Tables of what is known about the data: instruments, states of feeds, gaps, watermarks, alerts. */
final class StateTables {
    static final Table<InstrumentListed> INSTRUMENT = Table.of(
                    Kind.INSTRUMENT, InstrumentListed.class, "instrument_state")
            .column("base", (e, out) -> out.text("base", e.instrument().base()))
            .column("quote", (e, out) -> out.text("quote", e.instrument().quote()))
            .column("settle", (e, out) -> out.text("settle", e.instrument().settle()))
            .column(
                    "unified_symbol",
                    (e, out) -> out.text("unified_symbol", e.instrument().unifiedSymbol()))
            .column("contract_size", (e, out) -> out.decimal(e.instrument().contractSize()))
            .column(
                    "contract_type",
                    (e, out) ->
                            out.text("contract_type", Codes.name(e.instrument().contractType())))
            .column("tick_size", (e, out) -> out.decimal(e.instrument().tickSize()))
            .column("lot_size", (e, out) -> out.decimal(e.instrument().lotSize()))
            .column("expiry", (e, out) -> out.time(e.instrument().expiry()))
            .column("strike", (e, out) -> out.decimal(e.instrument().strike()))
            .column(
                    "option_type",
                    (e, out) ->
                            out.text("option_type", Codes.name(e.instrument().optionType())))
            .column(
                    "sector",
                    (e, out) -> out.text("sector", e.instrument().sector().name()))
            .column("maker_fee_bps", (e, out) -> out.decimal(e.instrument().makerFeeBps()))
            .column("taker_fee_bps", (e, out) -> out.decimal(e.instrument().takerFeeBps()))
            .column("listed_at", (e, out) -> out.time(e.instrument().listedAt()))
            .column("ended_at", (e, out) -> out.time(e.instrument().endedAt()))
            .key(List.of("instrument_id"), Row::instrumentId)
            .rule(ConflictRule.NEWEST);

    static final Table<FeedStatus> FEED_STATUS = Table.of(Kind.FEED_STATUS, FeedStatus.class, "feed_status")
            .column("feed", (e, out) -> out.text("feed", e.feed()))
            .column("state", (e, out) -> out.text("state", Codes.name(e.state())))
            .column("reason", (e, out) -> out.text("reason", e.reason()))
            .column("connection", (e, out) -> out.text("connection", e.connection()))
            .column("stream", (e, out) -> out.text("stream", Codes.name(e.stream())));

    static final Table<Gap> GAP = Table.of(Kind.GAP, Gap.class, "gap")
            .column("gap_id", (e, out) -> out.text("gap_id", e.gapId()))
            .column("stream", (e, out) -> out.text("stream", Codes.name(e.stream())))
            .column("from", (e, out) -> out.time(e.from()))
            .column("to", (e, out) -> out.time(e.to()))
            .column("first_id", (e, out) -> out.text("first_id", e.firstId()))
            .column("last_id", (e, out) -> out.text("last_id", e.lastId()))
            .column("missing", (e, out) -> out.int8(e.missing()))
            .column("cause", (e, out) -> out.text("cause", e.cause()))
            .column("state", (e, out) -> out.text("state", Codes.name(e.state())))
            .column("noticed_at", (e, out) -> out.time(e.noticedAt()))
            .column("mended_at", (e, out) -> out.time(e.mendedAt()))
            .key(List.of("gap_id"), row -> ((Gap) row.event()).gapId())
            .rule(ConflictRule.NEWEST_GAP_STATE);

    static final Table<Watermark> WATERMARK = Table.of(Kind.WATERMARK, Watermark.class, "watermark")
            .column("stream", (e, out) -> out.text("stream", Codes.name(e.stream())))
            .column("from", (e, out) -> out.time(e.from()))
            .column("to", (e, out) -> out.time(e.to()))
            .column("first_id", (e, out) -> out.text("first_id", e.firstId()))
            .column("last_id", (e, out) -> out.text("last_id", e.lastId()))
            .column("count", (e, out) -> out.int8(e.count()))
            .column("assurance", (e, out) -> out.text("assurance", Codes.name(e.assurance())));

    static final Table<Alert> ALERT = Table.of(Kind.ALERT, Alert.class, "alert")
            .column("rule", (e, out) -> out.text("rule", e.rule()))
            .column("severity", (e, out) -> out.text("severity", Codes.name(e.severity())))
            .column("state", (e, out) -> out.text("state", Codes.name(e.state())))
            .column("message", (e, out) -> out.text("message", e.message()))
            .column("value", (e, out) -> out.decimal(e.value()))
            .column("threshold", (e, out) -> out.decimal(e.threshold()));

    private StateTables() {}
}
