package io.tapeline.venue.binance;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Answers of {@code exchangeInfo} to instruments. Fees are those of the default tier, before any discount. */
final class BinanceListing {
    private static final BigDecimal SPOT_FEE_BPS = BigDecimal.TEN;
    private static final BigDecimal MAKER_FEE_BPS = BigDecimal.TWO;
    private static final BigDecimal TAKER_FEE_BPS = BigDecimal.valueOf(5);

    private BinanceListing() {}

    static List<Decoded> read(JsonParser in, BinanceDialect dialect, long received, InstrumentLookup instruments) {
        if (!in.hasToken(JsonToken.START_OBJECT)) {
            throw new BadMember("answer", "expected an object, got " + in.currentToken());
        }
        List<Decoded> decoded = new ArrayList<>();
        boolean listed = false;
        String error = "";
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            JsonToken token = in.nextToken();
            if (name.equals("symbols") && token == JsonToken.START_ARRAY) {
                listed = true;
                BinanceRow.each(in, row -> decoded.add(instrument(row, dialect, received, instruments)));
            } else if (name.equals("code") || name.equals("msg")) {
                error = (error + " " + in.getString()).strip();
            } else {
                in.skipChildren();
            }
        }
        if (!error.isEmpty()) {
            return List.of(new Decoded.Rejected(null, error));
        } else if (!listed) {
            throw new BadMember("symbols", "expected an array of instruments, got nothing");
        }
        return decoded;
    }

    private static Decoded instrument(
            BinanceRow row, BinanceDialect dialect, long received, InstrumentLookup instruments) {
        try {
            if (dialect == BinanceDialect.SPOT) {
                return new Decoded.Listed(spot(row, received, instruments));
            }
            // The merged engine may list COIN-M contracts: they pay in their base asset.
            return row.has("contractStatus") || row.textOr("marginAsset", "").equals(row.text("baseAsset"))
                    ? new Decoded.Ignored("COIN-M contract " + row.text("symbol"))
                    : new Decoded.Listed(futures(row, received, instruments));
        } catch (BadMember e) {
            return new Decoded.Malformed(row.textOr("symbol", "an instrument without symbol") + ": " + e.getMessage());
        }
    }

    private static Instrument spot(BinanceRow row, long received, InstrumentLookup instruments) {
        String base = row.text("baseAsset");
        String quote = row.text("quoteAsset");
        return new Instrument(
                new InstrumentId(BinanceDialect.EXCHANGE, Market.SPOT, row.text("symbol")),
                base,
                quote,
                null,
                base + "/" + quote,
                null,
                null,
                row.optionalDecimal("PRICE_FILTER.tickSize"),
                row.optionalDecimal("LOT_SIZE.stepSize"),
                null,
                null,
                null,
                Sector.of(base),
                SPOT_FEE_BPS,
                SPOT_FEE_BPS,
                null,
                endedAt(row, null, received, instruments));
    }

    private static Instrument futures(BinanceRow row, long received, InstrumentLookup instruments) {
        String symbol = row.text("symbol");
        String base = row.text("baseAsset");
        String settle = row.textOr("marginAsset", row.text("quoteAsset"));
        Market market = market(row.textOr("contractType", ""), symbol);
        boolean dated = market == Market.FUTURE;
        String unified = base + "/" + row.text("quoteAsset") + ":" + settle;
        Long delivery = row.optionalTime("deliveryDate");
        return new Instrument(
                new InstrumentId(BinanceDialect.EXCHANGE, market, symbol),
                base,
                row.text("quoteAsset"),
                settle,
                dated ? unified + "-" + symbol.substring(symbol.lastIndexOf('_') + 1) : unified,
                null,
                ContractType.LINEAR,
                row.optionalDecimal("PRICE_FILTER.tickSize"),
                row.optionalDecimal("LOT_SIZE.stepSize"),
                dated ? delivery : null,
                null,
                null,
                Sector.of(base),
                MAKER_FEE_BPS,
                TAKER_FEE_BPS,
                row.optionalTime("onboardDate"),
                endedAt(row, delivery, received, instruments));
    }

    /** Contract types come and go (TRADIFI_PERPETUAL in 2025); an empty or new one leaves it to the spelling. */
    private static Market market(String contractType, String symbol) {
        if (contractType.endsWith("PERPETUAL")) {
            return Market.PERPETUAL;
        }
        return contractType.contains("QUARTER") && symbol.contains("_")
                ? Market.FUTURE
                : BinanceDialect.USD_M.market(symbol);
    }

    /**
     * Null while it trades. When it stopped, the venue does not tell, except for contracts past their delivery: else it
     * is the time already known, or that of the listing which first showed it.
     */
    private static @Nullable Long endedAt(
            BinanceRow row, @Nullable Long delivery, long received, InstrumentLookup instruments) {
        if (row.text("status").equals("TRADING")) {
            return null;
        } else if (delivery != null && delivery <= received) {
            return delivery;
        }
        Instrument known = instruments.find(row.text("symbol"));
        Long ended = known == null ? null : known.endedAt();
        return ended != null ? ended : (Long) received;
    }
}
