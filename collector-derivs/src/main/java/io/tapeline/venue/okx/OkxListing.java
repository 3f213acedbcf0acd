package io.tapeline.venue.okx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the listing to instruments. Fees are those of the regular tier. {@code baseCcy} and {@code quoteCcy} are filled
 * for spot alone; a derivative tells them in its family.
 */
final class OkxListing {
    private static final BigDecimal SPOT_MAKER_BPS = BigDecimal.valueOf(8);
    private static final BigDecimal SPOT_TAKER_BPS = BigDecimal.TEN;
    private static final BigDecimal MAKER_BPS = BigDecimal.TWO;
    private static final BigDecimal TAKER_BPS = BigDecimal.valueOf(5);

    private OkxListing() {}

    static List<Decoded> read(JsonValue row, long received) {
        String symbol = row.text("instId");
        String state = row.text("state");
        if (state.equals("preopen") || state.equals("test")) {
            // Steps and sizes may still be empty.
            return List.of(new Decoded.Ignored(symbol + " is not open yet"));
        }
        try {
            return switch (row.text("instType")) {
                case "SPOT" -> List.of(new Decoded.Listed(spot(row, symbol, received)));
                case "SWAP", "FUTURES" -> List.of(new Decoded.Listed(derivative(row, symbol, received)));
                default -> List.of(new Decoded.Ignored(row.text("instType") + " " + symbol));
            };
        } catch (BadMember e) {
            throw new BadMember(symbol, e.reason());
        }
    }

    private static Instrument spot(JsonValue row, String symbol, long received) {
        String base = row.text("baseCcy");
        String quote = row.text("quoteCcy");
        return new Instrument(
                new InstrumentId(OkxNames.EXCHANGE, Market.SPOT, symbol),
                base,
                quote,
                null,
                base + "/" + quote,
                null,
                null,
                row.optionalDecimal("tickSz"),
                row.optionalDecimal("lotSz"),
                null,
                null,
                null,
                Sector.of(base),
                SPOT_MAKER_BPS,
                SPOT_TAKER_BPS,
                row.optionalMillis("listTime"),
                endedAt(row, received));
    }

    private static Instrument derivative(JsonValue row, String symbol, long received) {
        Market market = market(row);
        String[] family = row.textOr("instFamily", row.textOr("uly", "")).split("-", 2);
        if (family.length < 2) {
            throw new BadMember("instFamily", "expected one such as BTC-USDT, got '" + family[0] + "'");
        }
        String base = family[0];
        // X-Perps are of a family of their own, BTC-USD_UM.
        String quote = family[1].replaceFirst("_UM$", "");
        String settle = row.text("settleCcy");
        String unified = base + "/" + quote + ":" + settle;
        return new Instrument(
                new InstrumentId(OkxNames.EXCHANGE, market, symbol),
                base,
                quote,
                settle,
                market == Market.FUTURE ? unified + symbol.substring(symbol.lastIndexOf('-')) : unified,
                contractSize(row),
                type(row.textOr("ctType", "")),
                row.optionalDecimal("tickSz"),
                row.optionalDecimal("lotSz"),
                row.text("instType").equals("FUTURES") ? row.optionalMillis("expTime") : null,
                null,
                null,
                Sector.of(base),
                MAKER_BPS,
                TAKER_BPS,
                row.optionalMillis("listTime"),
                endedAt(row, received));
    }

    /** An X-Perp is a future with funding that expires in years: its rules tell, not its expiry. */
    private static Market market(JsonValue row) {
        boolean perpetual = row.text("instType").equals("SWAP")
                || row.textOr("ruleType", "").equals("xperp");
        return perpetual ? Market.PERPETUAL : Market.FUTURE;
    }

    /** Null where the venue does not say: nothing is guessed. */
    private static @Nullable BigDecimal contractSize(JsonValue row) {
        BigDecimal value = row.optionalDecimal("ctVal");
        BigDecimal multiplier = row.optionalDecimal("ctMult");
        return value == null || multiplier == null ? null : value.multiply(multiplier);
    }

    private static @Nullable ContractType type(String ctType) {
        return switch (ctType) {
            case "linear" -> ContractType.LINEAR;
            case "inverse" -> ContractType.INVERSE;
            default -> null;
        };
    }

    /** {@code expTime} is the delivery of a future and the delisting of anything else. */
    private static @Nullable Long endedAt(JsonValue row, long received) {
        Long end = row.optionalMillis("expTime");
        return end != null && end <= received ? end : null;
    }
}
