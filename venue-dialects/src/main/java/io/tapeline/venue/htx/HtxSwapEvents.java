package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that streams and REST answers share, to events. */
final class HtxSwapEvents {
    private HtxSwapEvents() {}

    /**
     * {@code direction} is the taker's. {@code amount} (contracts), {@code quantity} (coins) and {@code trade_turnover}
     * (USDT) sum the buying and the selling side: halved. An odd amount is halved too and kept whole in the metadata.
     */
    static Decoded trade(JsonValue row, InstrumentId id, long received) {
        BigDecimal amount = row.decimal("amount");
        BigDecimal coins = row.optionalDecimal("quantity");
        BigDecimal turnover = row.optionalDecimal("trade_turnover");
        return new Decoded.Event(new Trade(
                Header.venue(id, row.millis("ts"), received),
                HtxTrades.id(row, "id"),
                HtxTrades.aggressor(row),
                row.decimal("price"),
                half(amount),
                SizeUnit.CONTRACTS,
                coins == null ? null : Decimals.derived(half(coins)),
                turnover == null ? null : Decimals.usd(half(turnover)),
                null,
                false,
                half(amount).stripTrailingZeros().scale() > 0 ? Map.of("amount_of_both_sides", amount) : Map.of()));
    }

    /** What counts both sides of each trade, counted once; exact. */
    static BigDecimal half(BigDecimal bothSides) {
        return Decimals.plain(bothSides.divide(BigDecimal.TWO));
    }

    /** A side is {@code [price, contracts]}, or nothing where the book has none. */
    static Decoded quote(JsonValue tick, InstrumentId id, long received, @Nullable Long sequence) {
        return new Decoded.Event(new Quote(
                Header.venue(id, tick.millis("ts"), received),
                best(tick, "bid", 0),
                best(tick, "bid", 1),
                best(tick, "ask", 0),
                best(tick, "ask", 1),
                SizeUnit.CONTRACTS,
                sequence));
    }

    private static @Nullable BigDecimal best(JsonValue tick, String side, int position) {
        JsonValue level = tick.find(side);
        return level == null || level.elements().isEmpty()
                ? null
                : level.at(position).decimal();
    }

    /** Direction and volume are those of the forced order, counted once; the price is the bankruptcy price. */
    static Decoded liquidation(JsonValue row, InstrumentId id, long received) {
        BigDecimal turnover = row.optionalDecimal("trade_turnover");
        return new Decoded.Event(new Liquidation(
                Header.venue(id, row.millis("created_at"), received),
                forced(row.text("direction")),
                row.decimal("price"),
                row.decimal("volume"),
                SizeUnit.CONTRACTS,
                row.optionalDecimal("amount"),
                turnover == null ? null : Decimals.usd(turnover),
                null));
    }

    private static Side forced(String direction) {
        return switch (direction) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new BadMember("direction", "expected buy or sell, got '" + direction + "'");
        };
    }

    /** The rate still moves until {@code due}, when it is charged. */
    static Decoded estimated(JsonValue row, InstrumentId id, long time, @Nullable Long due, long received) {
        BigDecimal rate = row.optionalDecimal("funding_rate");
        if (rate == null) {
            return new Decoded.Ignored(id.symbol() + " has no funding rate now");
        }
        return new Decoded.Event(new FundingRate(
                Header.venue(id, time, received),
                rate,
                FundingStatus.ESTIMATED,
                null,
                null,
                row.optionalDecimal("estimated_rate"),
                due,
                Map.of()));
    }

    /** {@code realized_rate} is what was charged; it is not sent any more. */
    static Decoded settled(JsonValue row, InstrumentId id, long received) {
        BigDecimal realized = row.optionalDecimal("realized_rate");
        return new Decoded.Event(new FundingRate(
                Header.venue(id, row.millis("funding_time"), received),
                realized != null ? realized : row.decimal("funding_rate"),
                FundingStatus.SETTLED,
                null,
                null,
                null,
                null,
                Map.of()));
    }

    /**
     * {@code volume} contracts, {@code amount} coins, {@code value} USDT. The documentation calls it the sum of both
     * sides; odd counts of contracts show that it is counted once. The flag says that this is a reading.
     */
    static Decoded openInterest(JsonValue row, InstrumentId id, long time, long received) {
        BigDecimal value = row.optionalDecimal("value");
        return new Decoded.Event(new OpenInterest(
                Header.venue(id, time, received),
                row.decimal("volume"),
                row.optionalDecimal("amount"),
                value == null ? null : Decimals.usd(value),
                Map.of("one_sided", "assumed")));
    }
}
