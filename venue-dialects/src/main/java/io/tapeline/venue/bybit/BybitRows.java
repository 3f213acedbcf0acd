package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.json.IsoMicros;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of answers. Where a row does not say what it is about, the answer or the question does.
 *
 * @param envelope with {@code result} and the venue's {@code time}
 */
record BybitRows(
        BybitCategory category,
        RequestAddress address,
        InstrumentLookup instruments,
        JsonValue envelope,
        long received) {

    Trade trade(JsonValue row) {
        return BybitTrades.row(row, id(row.text("symbol")), category, received);
    }

    Decoded ticker(JsonValue row) {
        String symbol = row.text("symbol");
        return category.option(symbol)
                ? new Decoded.Ignored("options are not collected")
                : new Decoded.TickerChange(
                        Header.venue(id(symbol), envelope.millis("time"), received), true, BybitTickers.read(row));
    }

    /**
     * {@code [start, open, high, low, close, volume, turnover]}, the last two of trades only. No row says whether it is
     * final: the running one has not ended at the venue's time.
     */
    Decoded candle(JsonValue row, CandleSource source) {
        String symbol = symbol();
        BybitInterval interval = BybitInterval.ofWireName(address.parameter("interval"));
        long start = row.at(0).millis();
        if (start + interval.longest().toMillis() * 1_000 > time()) {
            return new Decoded.Ignored("a candle that has not ended");
        }
        boolean traded = source == CandleSource.TRADE;
        boolean inverse = category.inverse(symbol);
        return new Decoded.Event(new Candle(
                Header.venue(id(symbol), start, received),
                interval.interval(),
                source,
                row.at(1).decimal(),
                row.at(2).decimal(),
                row.at(3).decimal(),
                row.at(4).decimal(),
                traded ? row.at(inverse ? 6 : 5).decimal() : null,
                traded ? row.at(inverse ? 5 : 6).decimal() : null,
                null,
                null,
                true));
    }

    FundingRate settledFunding(JsonValue row) {
        return new FundingRate(
                Header.venue(id(row.text("symbol")), row.millis("fundingRateTimestamp"), received),
                row.decimal("fundingRate"),
                FundingStatus.SETTLED,
                null,
                null,
                null,
                null,
                Map.of());
    }

    /** Samples of the past, both sides added up as in the ticker. */
    OpenInterest openInterest(JsonValue row) {
        BigDecimal amount = BybitTickers.openInterest(row);
        if (amount == null) {
            throw new BadMember("openInterest", "expected a number, got nothing");
        }
        String symbol = symbol();
        return new OpenInterest(
                Header.venue(id(symbol), row.millis("timestamp"), received),
                amount,
                category.inverse(symbol) ? null : amount,
                null,
                Map.of());
    }

    /** Of the answer, or of the question. */
    private String symbol() {
        String symbol = envelope.get("result").textOr("symbol", "");
        return symbol.isEmpty() ? address.parameter("symbol") : symbol;
    }

    /** Shares of accounts. */
    LongShortRatio ratio(JsonValue row) {
        BigDecimal longs = row.decimal("buyRatio");
        BigDecimal shorts = row.decimal("sellRatio");
        if (shorts.signum() <= 0) {
            throw new BadMember("sellRatio", "expected a share over zero, got " + shorts);
        }
        return new LongShortRatio(
                Header.venue(id(row.text("symbol")), row.millis("timestamp"), received),
                RatioType.ACCOUNTS,
                period(address.parameter("period")),
                longs,
                shorts,
                Decimals.divide(longs, shorts));
    }

    /** The venue spells minutes {@code min}. */
    private static String period(String asked) {
        return asked.replace("min", "m");
    }

    /** A dated future was delivered. */
    Decoded settlement(JsonValue row) {
        String symbol = row.text("symbol");
        if (category.option(symbol)) {
            return new Decoded.Ignored("options are not collected");
        }
        long delivered = row.millis("deliveryTime");
        return new Decoded.Event(new Settlement(
                Header.venue(id(symbol), delivered, received),
                row.decimal("deliveryPrice"),
                IsoMicros.toInstant(delivered)
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString(),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                Map.of()));
    }

    private InstrumentId id(String symbol) {
        return category.instrument(symbol, instruments);
    }

    private long time() {
        return Objects.requireNonNullElse(envelope.optionalMillis("time"), received);
    }
}
