package io.tapeline.venue.binance;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import java.util.Map;

/** Rows of answers to events; units and signs as in {@link BinanceEvents}. */
final class BinanceRows {
    private static final int CANDLE_COLUMNS = 11;

    private BinanceRows() {}

    static Decoded trade(BinanceRow row, InstrumentId id, long received) {
        String buyerIsMaker = row.text("m");
        if (!buyerIsMaker.equals("true") && !buyerIsMaker.equals("false")) {
            throw new BadMember("m", "expected true or false, got '" + buyerIsMaker + "'");
        }
        return new Decoded.Event(new Trade(
                Header.venue(id, row.time("T"), received),
                Long.toString(BinanceRow.integer("a", row.text("a"))),
                buyerIsMaker.equals("true") ? Side.SELL : Side.BUY,
                row.decimal("p"),
                row.decimal("q"),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    /**
     * Columns: open time, open, high, low, close, volume, close time, quote volume, trades, taker-buy base, ... The last
     * row is the candle still open: it counts as closed only when its last millisecond is over. Mark, index and premium
     * candles have no volume, and their ninth column counts samples.
     */
    static Decoded candle(List<String> columns, InstrumentId id, String interval, CandleSource source, long received) {
        if (columns.size() < CANDLE_COLUMNS) {
            throw new BadMember("candle", "expected at least 11 columns, got " + columns.size());
        }
        boolean traded = source == CandleSource.TRADE;
        return new Decoded.Event(new Candle(
                Header.venue(id, BinanceRow.time("open time", columns.get(0)), received),
                interval,
                source,
                BinanceRow.decimal("open", columns.get(1)),
                BinanceRow.decimal("high", columns.get(2)),
                BinanceRow.decimal("low", columns.get(3)),
                BinanceRow.decimal("close", columns.get(4)),
                traded ? BinanceRow.decimal("volume", columns.get(5)) : null,
                traded ? BinanceRow.decimal("quote volume", columns.get(7)) : null,
                traded ? BinanceRow.decimal("buy volume", columns.get(9)) : null,
                traded ? (Long) BinanceRow.integer("trades", columns.get(8)) : null,
                BinanceRow.time("close time", columns.get(6)) < received));
    }

    /** {@code rateType} other than Regular marks an extra payment, such as a dividend of a stock perpetual. */
    static Decoded settledFunding(BinanceRow row, InstrumentId id, long received) {
        String type = row.textOr("rateType", "Regular");
        return new Decoded.Event(new FundingRate(
                Header.venue(id, row.time("fundingTime"), received),
                row.decimal("fundingRate"),
                FundingStatus.SETTLED,
                null,
                null,
                null,
                null,
                type.equals("Regular") ? Map.of() : Map.of("rate_type", type)));
    }

    static Decoded fundingTerms(BinanceRow row, InstrumentId id) {
        return new Decoded.FundingTerms(id, row.decimal("fundingIntervalHours"));
    }

    /** {@code lastFundingRate} is the estimate of the next payment, despite its name. */
    static List<Decoded> premiumIndex(BinanceRow row, InstrumentId id, long received) {
        if (BinanceDialect.coinMargined(id.symbol())) {
            return List.of(new Decoded.Ignored("COIN-M contract"));
        }
        Header header = Header.venue(id, row.time("time"), received);
        Decoded mark = new Decoded.Event(
                new MarkPrice(header, row.decimal("markPrice"), row.optionalDecimal("indexPrice"), null));
        Long next = row.optionalTime("nextFundingTime");
        if (row.blank("lastFundingRate") || next == null || next == 0) {
            return List.of(mark);
        }
        return List.of(
                mark,
                new Decoded.Event(new FundingRate(
                        header,
                        row.decimal("lastFundingRate"),
                        FundingStatus.ESTIMATED,
                        null,
                        null,
                        null,
                        next,
                        Map.of())));
    }

    static Decoded openInterest(BinanceRow row, InstrumentId id, long received) {
        return new Decoded.Event(new OpenInterest(
                Header.venue(id, row.time("time"), received), row.decimal("openInterest"), null, null, Map.of()));
    }

    static Decoded openInterestHistory(BinanceRow row, InstrumentId id, long received) {
        return new Decoded.Event(new OpenInterest(
                Header.venue(id, row.time("timestamp"), received),
                row.decimal("sumOpenInterest"),
                null,
                null,
                Map.of("quote_value", row.decimal("sumOpenInterestValue"))));
    }

    /** The shares are the venue's own; of taker volume it sends only the ratio and the volumes. */
    static Decoded ratio(BinanceRow row, RatioType type, InstrumentId id, String period, long received) {
        boolean taker = type == RatioType.TAKER_VOLUME;
        return new Decoded.Event(new LongShortRatio(
                Header.venue(id, row.time("timestamp"), received),
                type,
                period,
                taker ? null : row.decimal("longAccount"),
                taker ? null : row.decimal("shortAccount"),
                row.decimal(taker ? "buySellRatio" : "longShortRatio")));
    }
}
