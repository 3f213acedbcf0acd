package io.tapeline.venue.binance;

import static io.tapeline.venue.binance.BinanceNames.CODE;
import static io.tapeline.venue.binance.BinanceNames.DATA;
import static io.tapeline.venue.binance.BinanceNames.ERROR;
import static io.tapeline.venue.binance.BinanceNames.RESULT;
import static io.tapeline.venue.binance.BinanceNames.ST;
import static io.tapeline.venue.binance.BinanceNames.STREAM;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells stream messages apart: wrapped or raw, single or in an array, market data or control. */
final class BinanceMessages {
    /** Kinds of message that are known and not collected; see the coverage table. */
    private static final Set<String> NOT_COLLECTED = Set.of(
            "trade",
            "blockTrade",
            "24hrTicker",
            "24hrMiniTicker",
            "avgPrice",
            "referencePrice",
            "continuous_kline",
            "contractInfo",
            "compositeIndex",
            "assetIndexUpdate",
            "IndexUpdate",
            "EquityUpdate",
            "rpiDepthUpdate",
            "1hTicker",
            "4hTicker",
            "1dTicker");

    private static final ThreadLocal<BinanceMembers> MEMBERS =
            ThreadLocal.withInitial(() -> new BinanceMembers(BinanceDecoder.JSON));

    /** Value of {@code st} since COIN-M was merged into the futures engine. */
    private static final long COIN_M = 2;

    private static final List<Decoded> COIN_M_IGNORED =
            List.of(new Decoded.Ignored("COIN-M contract: sizes count contracts, not collected"));

    private final BinanceDialect dialect;
    private final int maxFrameBytes;

    BinanceMessages(BinanceDialect dialect, int maxFrameBytes) {
        this.dialect = dialect;
        this.maxFrameBytes = maxFrameBytes;
    }

    List<Decoded> read(JsonParser in, RawFrame frame, InstrumentLookup instruments) {
        if (frame.body().length > maxFrameBytes) {
            throw new BadMember("frame", "expected at most " + maxFrameBytes + " bytes, got " + frame.body().length);
        }
        JsonToken token = in.nextToken();
        if (token == JsonToken.START_OBJECT) {
            return message(MEMBERS.get().read(in), frame.received(), instruments);
        } else if (token != JsonToken.START_ARRAY) {
            throw new BadMember("frame", "expected an object, got " + token);
        }
        List<Decoded> decoded = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            BinanceMembers m = MEMBERS.get().read(in);
            decoded.addAll(event(m, m, frame.received(), instruments));
        }
        if (!in.hasToken(JsonToken.END_ARRAY)) {
            throw new BadMember("frame", "expected an array of objects, got " + in.currentToken());
        }
        return decoded;
    }

    private List<Decoded> message(BinanceMembers m, long received, InstrumentLookup instruments) {
        if (m.hasObject(DATA)) {
            return event(m.object(DATA), m, received, instruments);
        } else if (m.hasObjects(DATA)) {
            List<Decoded> decoded = new ArrayList<>();
            m.objects().forEach(element -> decoded.addAll(event(element, m, received, instruments)));
            return decoded;
        } else if (m.has(RESULT) || m.has(CODE) || m.has(ERROR)) {
            return List.of(BinanceControl.read(m));
        } else if (m.has(DATA)) {
            throw m.bad(DATA, "an object or an array of objects");
        }
        return event(m, m, received, instruments);
    }

    /** @param wrapper where the name of the stream stands, if anywhere */
    private List<Decoded> event(BinanceMembers m, BinanceMembers wrapper, long received, InstrumentLookup instruments) {
        if (m.has(ST) && m.integer(ST) == COIN_M) {
            return COIN_M_IGNORED;
        }
        BinanceMessageType type = BinanceMessageType.of(m);
        return switch (type) {
            case DEPTH, QUOTE, TRADE, CANDLE, MARK_PRICE -> {
                InstrumentId id = instrument(m, instruments);
                yield id == null ? COIN_M_IGNORED : marketData(type, m, wrapper, id, received);
            }
            case LIQUIDATION -> liquidation(m.object('o'), received, instruments);
            case TOP_LEVELS -> List.of(topLevels(m, wrapper, received, instruments));
            case SHUTDOWN -> List.of(new Decoded.Closing("the venue announced serverShutdown"));
            case OTHER -> List.of(other(m));
        };
    }

    private static List<Decoded> marketData(
            BinanceMessageType type, BinanceMembers m, BinanceMembers wrapper, InstrumentId id, long received) {
        return switch (type) {
            case DEPTH ->
                List.of(
                        partialDepth(wrapper)
                                ? BinanceEvents.topLevels(m, id, received)
                                : BinanceEvents.bookUpdate(m, id, received));
            case QUOTE -> List.of(BinanceEvents.quote(m, id, received));
            case TRADE -> List.of(BinanceEvents.trade(m, id, received));
            case CANDLE -> List.of(BinanceEvents.candle(m.object('k'), id, received));
            case MARK_PRICE -> BinanceEvents.markPrice(m, id, received);
            case LIQUIDATION, TOP_LEVELS, SHUTDOWN, OTHER -> throw new IllegalArgumentException("no data: " + type);
        };
    }

    /** Since 2026 {@code st} stands inside or outside of {@code o}, or nowhere. */
    private List<Decoded> liquidation(BinanceMembers o, long received, InstrumentLookup instruments) {
        if (o.has(ST) && o.integer(ST) == COIN_M) {
            return COIN_M_IGNORED;
        }
        InstrumentId id = instrument(o, instruments);
        return id == null ? COIN_M_IGNORED : List.of(BinanceEvents.liquidation(o, id, received));
    }

    /** Spot partial depth names no symbol: only the stream does. */
    private Decoded topLevels(BinanceMembers m, BinanceMembers wrapper, long received, InstrumentLookup instruments) {
        if (!wrapper.has(STREAM)) {
            return new Decoded.Ignored("partial depth without the name of its stream: nobody knows of which symbol");
        }
        String stream = wrapper.symbol(STREAM);
        int at = stream.indexOf('@');
        if (at <= 0) {
            throw wrapper.bad(STREAM, "<symbol>@<channel>");
        }
        InstrumentId id = dialect.instrument(stream.substring(0, at).toUpperCase(Locale.ROOT), instruments);
        return BinanceEvents.topLevels(m, id, received);
    }

    private static Decoded other(BinanceMembers m) {
        if (!m.has('e')) {
            return new Decoded.Unknown("a message without e");
        }
        String type = m.text('e');
        return NOT_COLLECTED.contains(type)
                ? new Decoded.Ignored(type + " is not collected")
                : new Decoded.Unknown("e is '" + type + "'");
    }

    /** Null when it is a COIN-M contract. */
    private @Nullable InstrumentId instrument(BinanceMembers m, InstrumentLookup instruments) {
        Instrument known = instruments.find(m.text('s'));
        if (known != null) {
            return known.id();
        }
        String symbol = m.symbol('s');
        return dialect == BinanceDialect.USD_M && BinanceDialect.coinMargined(symbol)
                ? null
                : dialect.instrument(symbol, instruments);
    }

    /** Futures send diffs and best levels in the same form: only the name of the stream tells them apart. */
    private static boolean partialDepth(BinanceMembers wrapper) {
        if (!wrapper.has(STREAM)) {
            return false;
        }
        String stream = wrapper.text(STREAM);
        int at = stream.indexOf("@depth") + "@depth".length();
        return at >= "@depth".length() && at < stream.length() && Character.isDigit(stream.charAt(at));
    }
}
