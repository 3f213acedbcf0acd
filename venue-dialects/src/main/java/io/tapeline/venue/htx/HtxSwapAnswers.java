package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.TickerChange;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Ticker;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;

/** Reads REST answers, told apart by the last word of their path. */
record HtxSwapAnswers(HtxSwapListing listing) implements JsonDecoder.Reading {

    @Override
    public List<Decoded> read(JsonValue answer, RawFrame frame, InstrumentLookup instruments) {
        String refusal = HtxRefusals.in(answer);
        if (refusal != null) {
            return List.of(new Decoded.Rejected(null, refusal));
        }
        RequestAddress asked = RequestAddress.of(frame.url());
        long received = frame.received();
        return switch (asked.lastSegment()) {
            case "swap_contract_info" -> listing.read(answer.get("data"), received, instruments);
            case "trade" -> trades(answer, asked.parameter("contract_code"), received, instruments);
            case "kline" -> candles(answer, asked, CandleSource.TRADE, received, instruments);
            case "linear_swap_mark_price_kline" -> candles(answer, asked, CandleSource.MARK, received, instruments);
            case "linear_swap_premium_index_kline" ->
                candles(answer, asked, CandleSource.PREMIUM, received, instruments);
            case "depth" ->
                List.of(HtxSwapMessages.book(answer.get("tick"), contract(asked, instruments), true, null, received));
            case "bbo" ->
                each(answer.get("ticks"), instruments, (row, id) -> HtxSwapEvents.quote(row, id, received, null));
            case "swap_index" -> each(answer.get("data"), instruments, (row, id) -> index(row, id, received));
            case "swap_batch_funding_rate" ->
                each(answer.get("data"), instruments, (row, id) -> current(row, id, answer, received));
            case "swap_funding_rate" -> {
                JsonValue row = answer.get("data");
                yield List.of(current(row, contract(row, instruments), answer, received));
            }
            case "swap_historical_funding_rate" -> HtxSwapPages.funding(answer, asked, frame, instruments);
            case "swap_liquidation_orders" -> HtxSwapPages.liquidations(answer, asked, frame, instruments);
            case "swap_open_interest" ->
                each(
                        answer.get("data"),
                        instruments,
                        (row, id) -> HtxSwapEvents.openInterest(row, id, answer.millis("ts"), received));
            case "swap_his_open_interest" -> openInterestHistory(answer.get("data"), received, instruments);
            case "swap_elite_account_ratio" -> ratios(answer, asked, RatioType.TOP_ACCOUNTS, received, instruments);
            case "swap_elite_position_ratio" -> ratios(answer, asked, RatioType.TOP_POSITIONS, received, instruments);
            case "swap_settlement_records" ->
                each(
                        answer.get("data").get("settlement_record"),
                        instruments,
                        (row, id) -> HtxSwapRows.settlement(row, id, received));
            case "timestamp" -> List.of(new Decoded.Ignored("the venue's clock " + answer.integer("ts")));
            default -> List.of(new Decoded.Unknown("answer of '" + asked.path() + "'"));
        };
    }

    /** Reads a row about an instrument. */
    private interface RowReading {
        Decoded read(JsonValue row, InstrumentId id);
    }

    private static List<Decoded> each(JsonValue rows, InstrumentLookup instruments, RowReading reading) {
        return JsonDecoder.rows(rows.elements(), row -> List.of(reading.read(row, contract(row, instruments))));
    }

    static InstrumentId contract(JsonValue row, InstrumentLookup instruments) {
        return HtxSwapVenue.instrument(row.text("contract_code"), instruments);
    }

    private static InstrumentId contract(RequestAddress asked, InstrumentLookup instruments) {
        return HtxSwapVenue.instrument(asked.parameter("contract_code"), instruments);
    }

    private static List<Decoded> trades(
            JsonValue answer, String contract, long received, InstrumentLookup instruments) {
        InstrumentId id = HtxSwapVenue.instrument(contract, instruments);
        return JsonDecoder.rows(
                HtxTrades.oldestFirst(answer, "id"), row -> List.of(HtxSwapEvents.trade(row, id, received)));
    }

    private static List<Decoded> candles(
            JsonValue answer, RequestAddress asked, CandleSource source, long received, InstrumentLookup instruments) {
        HtxCandles candles = new HtxCandles(
                contract(asked, instruments), asked.parameter("period"), source, answer.millis("ts"), received);
        return JsonDecoder.rows(answer.get("data").elements(), row -> List.of(candles.ofContracts(row)));
    }

    private static Decoded index(JsonValue row, InstrumentId id, long received) {
        return new TickerChange(
                Header.venue(id, row.millis("index_ts"), received),
                false,
                Ticker.prices(null, row.decimal("index_price"), null));
    }

    /** Here {@code funding_time} is when it is charged. */
    private static Decoded current(JsonValue row, InstrumentId id, JsonValue answer, long received) {
        return HtxSwapEvents.estimated(row, id, answer.millis("ts"), row.optionalMillis("funding_time"), received);
    }

    /** One contract's, in contracts; the amount type asked for is 1. */
    private static List<Decoded> openInterestHistory(JsonValue data, long received, InstrumentLookup instruments) {
        InstrumentId id = contract(data, instruments);
        return JsonDecoder.rows(
                data.get("tick").elements(),
                row -> List.of(
                        row.textOr("amount_type", "1").equals("1")
                                ? HtxSwapEvents.openInterest(row, id, row.millis("ts"), received)
                                : new Decoded.Ignored("open interest in coins is asked for as contracts")));
    }

    private static List<Decoded> ratios(
            JsonValue answer, RequestAddress asked, RatioType type, long received, InstrumentLookup instruments) {
        JsonValue data = answer.get("data");
        InstrumentId id = contract(data, instruments);
        String period = HtxPeriods.neutral(asked.parameter("period"));
        return JsonDecoder.rows(
                data.get("list").elements(), row -> List.of(HtxSwapRows.ratio(row, type, id, period, received)));
    }
}
