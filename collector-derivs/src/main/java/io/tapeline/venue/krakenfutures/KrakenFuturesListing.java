package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of {@code instruments}; indices and reference rates among them are left out. Fees are those of the lowest tier. */
final class KrakenFuturesListing {
    private static final BigDecimal MAKER_FEE_BPS = BigDecimal.TWO;
    private static final BigDecimal TAKER_FEE_BPS = BigDecimal.valueOf(5);
    private static final String QUOTE = "USD";
    private static final int MOST_DECIMALS = 18;

    private KrakenFuturesListing() {}

    static List<Decoded> read(JsonValue answer, long received, InstrumentLookup instruments) {
        return JsonDecoder.rows(
                answer.get("instruments").elements(), row -> List.of(product(row, received, instruments)));
    }

    private static Decoded product(JsonValue row, long received, InstrumentLookup instruments) {
        String type = row.textOr("type", "");
        if (!type.equals("futures_inverse") && !type.equals("flexible_futures")) {
            return new Decoded.Ignored(row.text("symbol") + " is of the type '" + type + "'");
        }
        KrakenProduct product = KrakenProduct.of(row.text("symbol"));
        return new Decoded.Listed(instrument(product, row, received, instruments));
    }

    private static Instrument instrument(
            KrakenProduct product, JsonValue row, long received, InstrumentLookup instruments) {
        String base = KrakenProduct.asset(row.textOr("base", product.base()));
        String settle = product.inverse() ? base : QUOTE;
        String unified = base + "/" + QUOTE + ":" + settle;
        return new Instrument(
                product.id(InstrumentLookup.NONE),
                base,
                QUOTE,
                settle,
                product.date() == null ? unified : unified + "-" + product.date(),
                // Sizes of linear products are base units, whatever their contract size of 1 says.
                product.inverse() ? row.optionalDecimal("contractSize") : null,
                product.contractType(),
                row.optionalDecimal("tickSize"),
                lot(row),
                time(row, "lastTradingTime"),
                null,
                null,
                Sector.of(base),
                MAKER_FEE_BPS,
                TAKER_FEE_BPS,
                time(row, "openingDate"),
                row.flag("tradeable") ? null : endedAt(product, row, received, instruments));
    }

    /** {@code contractValueTradePrecision} is the number of decimals; below zero sizes are multiples of a power of ten. */
    private static BigDecimal lot(JsonValue row) {
        Long decimals = row.optionalInteger("contractValueTradePrecision");
        if (decimals == null) {
            return BigDecimal.ONE;
        } else if (Math.abs(decimals) > MOST_DECIMALS) {
            throw new BadMember("contractValueTradePrecision", "expected a number of decimals, got " + decimals);
        }
        return Decimals.plain(BigDecimal.ONE.scaleByPowerOfTen(-decimals.intValue()));
    }

    private static @Nullable Long time(JsonValue row, String name) {
        String text = row.optionalText(name);
        return text == null ? null : (Long) EpochTime.iso(name, text);
    }

    /** Its last trading time where that is past, else when it was first seen without trading. */
    private static Long endedAt(KrakenProduct product, JsonValue row, long received, InstrumentLookup instruments) {
        Long last = time(row, "lastTradingTime");
        if (last != null && last <= received) {
            return last;
        }
        Instrument known = instruments.find(product.symbol());
        Long ended = known == null ? null : known.endedAt();
        return ended != null ? ended : (Long) received;
    }
}
