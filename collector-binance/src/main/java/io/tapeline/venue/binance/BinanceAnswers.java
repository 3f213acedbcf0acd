package io.tapeline.venue.binance;

import static io.tapeline.venue.binance.BinanceNames.CODE;
import static io.tapeline.venue.binance.BinanceNames.MSG;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells answers apart by the path of the question. A row that cannot be read does not spoil its neighbours. */
final class BinanceAnswers {
    private final BinanceDialect dialect;

    BinanceAnswers(BinanceDialect dialect) {
        this.dialect = dialect;
    }

    List<Decoded> read(JsonParser in, RawFrame frame, InstrumentLookup instruments) {
        RequestAddress address = RequestAddress.of(frame.url());
        in.nextToken();
        String path = address.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("depth")) {
            return depth(in, frame, id(address, instruments));
        } else if (name.equals("exchangeInfo")) {
            return BinanceListing.read(in, dialect, frame.received(), instruments);
        } else if (name.endsWith("lines") || name.endsWith("Klines")) {
            return candles(in, name, frame, instruments, address);
        }
        return rows(in, name, address, frame.received(), instruments);
    }

    private List<Decoded> depth(JsonParser in, RawFrame frame, InstrumentId id) {
        if (!in.hasToken(JsonToken.START_OBJECT)) {
            throw new BadMember("answer", "expected an object, got " + in.currentToken());
        }
        BinanceMembers m = new BinanceMembers(BinanceDecoder.JSON).read(in);
        return List.of(
                m.has(CODE) && m.has(MSG)
                        ? BinanceControl.rejected(null, m)
                        : BinanceEvents.bookSnapshot(m, id, frame.received()));
    }

    private List<Decoded> candles(
            JsonParser in, String name, RawFrame frame, InstrumentLookup instruments, RequestAddress address) {
        CandleSource source =
                switch (name) {
                    case "markPriceKlines" -> CandleSource.MARK;
                    case "indexPriceKlines" -> CandleSource.INDEX;
                    case "premiumIndexKlines" -> CandleSource.PREMIUM;
                    default -> CandleSource.TRADE;
                };
        if (in.hasToken(JsonToken.START_OBJECT)) {
            return error(BinanceRow.read(in));
        }
        // Index candles belong to a pair; the perpetual of the same name is what they are the index of.
        String symbol = address.parameter(address.parameters().containsKey("pair") ? "pair" : "symbol");
        InstrumentId id = dialect.instrument(symbol, instruments);
        List<Decoded> decoded = new ArrayList<>();
        BinanceRow.eachColumns(
                in,
                columns -> decoded.add(guarded(() ->
                        BinanceRows.candle(columns, id, address.parameter("interval"), source, frame.received()))));
        return decoded;
    }

    private List<Decoded> rows(
            JsonParser in, String name, RequestAddress address, long received, InstrumentLookup instruments) {
        Function<BinanceRow, List<Decoded>> reader = reader(name, address, received, instruments);
        List<Decoded> decoded = new ArrayList<>();
        BinanceRow.each(in, row -> {
            if (row.has("code") && row.has("msg")) {
                decoded.addAll(error(row));
                return;
            }
            try {
                decoded.addAll(reader.apply(row));
            } catch (BadMember e) {
                decoded.add(new Decoded.Malformed(String.valueOf(e.getMessage())));
            }
        });
        return decoded;
    }

    private Function<BinanceRow, List<Decoded>> reader(
            String name, RequestAddress address, long received, InstrumentLookup instruments) {
        return switch (name) {
            case "aggTrades" -> {
                InstrumentId id = id(address, instruments);
                yield row -> List.of(BinanceRows.trade(row, id, received));
            }
            case "fundingRate" -> row -> List.of(BinanceRows.settledFunding(row, id(row, instruments), received));
            case "fundingInfo" -> row -> List.of(BinanceRows.fundingTerms(row, id(row, instruments)));
            case "premiumIndex" -> row -> BinanceRows.premiumIndex(row, id(row, instruments), received);
            case "openInterest" -> row -> List.of(BinanceRows.openInterest(row, id(row, instruments), received));
            case "openInterestHist" ->
                row -> List.of(BinanceRows.openInterestHistory(row, id(row, instruments), received));
            case "globalLongShortAccountRatio" -> ratios(RatioType.ACCOUNTS, address, received, instruments);
            case "topLongShortAccountRatio" -> ratios(RatioType.TOP_ACCOUNTS, address, received, instruments);
            case "topLongShortPositionRatio" -> ratios(RatioType.TOP_POSITIONS, address, received, instruments);
            case "takerlongshortRatio" -> ratios(RatioType.TAKER_VOLUME, address, received, instruments);
            case "time", "ping" -> row -> List.of(new Decoded.Ignored("answer of " + name));
            default -> row -> List.of(new Decoded.Unknown("answer of " + address.path()));
        };
    }

    private Function<BinanceRow, List<Decoded>> ratios(
            RatioType type, RequestAddress address, long received, InstrumentLookup instruments) {
        InstrumentId id = id(address, instruments);
        String period = address.parameter("period");
        return row -> List.of(BinanceRows.ratio(row, type, id, period, received));
    }

    private static Decoded guarded(java.util.function.Supplier<Decoded> reader) {
        try {
            return reader.get();
        } catch (BadMember e) {
            return new Decoded.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static List<Decoded> error(BinanceRow row) {
        return List.of(new Decoded.Rejected(null, row.textOr("code", "") + " " + row.textOr("msg", "no reason given")));
    }

    private InstrumentId id(BinanceRow row, InstrumentLookup instruments) {
        return dialect.instrument(row.text("symbol"), instruments);
    }

    private InstrumentId id(RequestAddress address, InstrumentLookup instruments) {
        return dialect.instrument(address.parameter("symbol"), instruments);
    }
}
