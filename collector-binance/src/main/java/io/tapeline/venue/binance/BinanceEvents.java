package io.tapeline.venue.binance;

import static io.tapeline.venue.binance.BinanceNames.AP;
import static io.tapeline.venue.binance.BinanceNames.ASKS;
import static io.tapeline.venue.binance.BinanceNames.BIDS;
import static io.tapeline.venue.binance.BinanceNames.LAST_UPDATE_ID;
import static io.tapeline.venue.binance.BinanceNames.PU;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.FundingRate;
import io.tapeline.model.event.FundingStatus;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.MarkPrice;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members of a stream message to events. Every size counts the base asset. The timestamp is the transaction time
 * {@code T} where the venue gives one, else the sending time {@code E}, else the time of receipt.
 */
final class BinanceEvents {
    private BinanceEvents() {}

    /** {@code m} says that the buyer was the maker: the seller took. */
    static Decoded trade(BinanceMembers m, InstrumentId id, long received) {
        return new Decoded.Event(new Trade(
                Header.venue(id, m.time('T'), received),
                Long.toString(m.integer('a')),
                m.flag('m') ? Side.SELL : Side.BUY,
                m.decimal('p'),
                m.decimal('q'),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of()));
    }

    static Decoded quote(BinanceMembers m, InstrumentId id, long received) {
        BigDecimal bid = m.decimal('b');
        BigDecimal bidSize = m.decimal('B');
        BigDecimal ask = m.decimal('a');
        BigDecimal askSize = m.decimal('A');
        // A side without orders is sent as zeros.
        boolean bids = bid.signum() != 0;
        boolean asks = ask.signum() != 0;
        return new Decoded.Event(new Quote(
                header(m, id, received),
                bids ? bid : null,
                bids ? bidSize : null,
                asks ? ask : null,
                asks ? askSize : null,
                SizeUnit.BASE,
                m.integer('u')));
    }

    static Decoded bookUpdate(BinanceMembers m, InstrumentId id, long received) {
        return new Decoded.BookUpdate(
                header(m, id, received),
                false,
                m.levels('b'),
                m.levels('a'),
                SizeUnit.BASE,
                m.integer('U'),
                m.integer('u'),
                m.has(PU) ? (Long) m.integer(PU) : null,
                null);
    }

    /** The answer to a depth request. */
    static Decoded bookSnapshot(BinanceMembers m, InstrumentId id, long received) {
        long sequence = m.integer(LAST_UPDATE_ID);
        return new Decoded.BookUpdate(
                header(m, id, received),
                true,
                m.levels(BIDS),
                m.levels(ASKS),
                SizeUnit.BASE,
                sequence,
                sequence,
                null,
                null);
    }

    /** A partial depth message: the best levels, whole. Spot and futures name the members differently. */
    static Decoded topLevels(BinanceMembers m, InstrumentId id, long received) {
        boolean spot = m.has(LAST_UPDATE_ID);
        return new Decoded.Event(new Orderbook(
                header(m, id, received),
                true,
                m.levels(spot ? BIDS : 'b'),
                m.levels(spot ? ASKS : 'a'),
                SizeUnit.BASE,
                null,
                m.integer(spot ? LAST_UPDATE_ID : 'u'),
                null,
                Verified.NONE));
    }

    /** @param k the {@code k} of the message */
    static Decoded candle(BinanceMembers k, InstrumentId id, long received) {
        return new Decoded.Event(new Candle(
                Header.venue(id, k.time('t'), received),
                k.symbol('i'),
                CandleSource.TRADE,
                k.decimal('o'),
                k.decimal('h'),
                k.decimal('l'),
                k.decimal('c'),
                k.decimal('v'),
                k.decimal('q'),
                k.decimal('V'),
                k.integer('n'),
                k.flag('x')));
    }

    /** Mark and index price, and the estimated funding rate unless the contract is dated. */
    static List<Decoded> markPrice(BinanceMembers m, InstrumentId id, long received) {
        Header header = Header.venue(id, m.time('E'), received);
        Decoded mark = new Decoded.Event(new MarkPrice(header, m.decimal('p'), optional(m, 'i'), null));
        if (m.blank('r') || !m.has('T') || m.integer('T') == 0) {
            return List.of(mark);
        }
        FundingRate funding = new FundingRate(
                header, m.decimal('r'), FundingStatus.ESTIMATED, null, null, null, m.time('T'), Map.of());
        return List.of(mark, new Decoded.Event(funding));
    }

    /** @param o the {@code o} of the message; its average price and total fill are what happened */
    static Decoded liquidation(BinanceMembers o, InstrumentId id, long received) {
        Header header = Header.venue(id, o.time('T'), received);
        return new Decoded.Event(
                new Liquidation(header, side(o), o.decimal(AP), o.decimal('z'), SizeUnit.BASE, null, null, null));
    }

    private static Side side(BinanceMembers o) {
        if (o.is('S', "SELL")) {
            return Side.SELL;
        } else if (o.is('S', "BUY")) {
            return Side.BUY;
        }
        throw o.bad('S', "BUY or SELL");
    }

    private static @Nullable BigDecimal optional(BinanceMembers m, int name) {
        return m.blank(name) ? null : m.decimal(name);
    }

    private static Header header(BinanceMembers m, InstrumentId id, long received) {
        return m.has('T')
                ? Header.venue(id, m.time('T'), received)
                : m.has('E') ? Header.venue(id, m.time('E'), received) : Header.received(id, received);
    }
}
