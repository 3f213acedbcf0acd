package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Listings. There is no constant tick: a price has at most five significant digits, and fewer decimals the more a size
 * may have. Fees are those of the lowest tier.
 */
final class HyperliquidListing {
    private static final BigDecimal PERPETUAL_MAKER_BPS = new BigDecimal("1.5");
    private static final BigDecimal PERPETUAL_TAKER_BPS = new BigDecimal("4.5");
    private static final BigDecimal SPOT_MAKER_BPS = BigDecimal.valueOf(4);
    private static final BigDecimal SPOT_TAKER_BPS = BigDecimal.valueOf(7);
    /** Perpetuals of builders cost twice as much, a tenth of that while they are in growth mode. */
    private static final BigDecimal OF_BUILDERS = BigDecimal.TWO;

    private static final BigDecimal IN_GROWTH = new BigDecimal("0.2");

    /** Tokens that builders settle in, by their index (spotMeta, 2026); of another, what it settles in stays unknown. */
    private static final Map<Long, String> COLLATERAL = Map.of(0L, "USDC", 235L, "USDE", 360L, "USDH");

    /** Tokens that stand for an asset one to one. */
    private static final Map<String, String> ASSETS = Map.of("UBTC", "BTC", "UETH", "ETH", "USOL", "SOL");

    private HyperliquidListing() {}

    /** Perpetuals of one dex: {@code {"universe":[..],"collateralToken":0}}. A delisted one stays in its place. */
    static List<Decoded> perpetuals(JsonValue meta, long received, InstrumentLookup instruments) {
        Long collateral = meta.optionalInteger("collateralToken");
        String settle = COLLATERAL.get(collateral == null ? 0L : collateral);
        return JsonDecoder.rows(
                meta.get("universe").elements(),
                row -> List.of(new Decoded.Listed(perpetual(row, settle, received, instruments))));
    }

    private static Instrument perpetual(
            JsonValue row, @Nullable String settle, long received, InstrumentLookup instruments) {
        String coin = row.text("name");
        boolean built = coin.indexOf(':') >= 0;
        String base = coin.substring(coin.indexOf(':') + 1);
        BigDecimal fees =
                !built ? BigDecimal.ONE : row.textOr("growthMode", "").equals("enabled") ? IN_GROWTH : OF_BUILDERS;
        return new Instrument(
                HyperliquidNames.instrument(coin),
                base,
                "USD",
                settle,
                settle == null ? null : base.toUpperCase(Locale.ROOT) + "/" + settle + ":" + settle,
                null,
                ContractType.LINEAR,
                null,
                lot(row),
                null,
                null,
                null,
                Sector.of(base.startsWith("k") ? base.substring(1) : base),
                PERPETUAL_MAKER_BPS.multiply(fees).stripTrailingZeros(),
                PERPETUAL_TAKER_BPS.multiply(fees).stripTrailingZeros(),
                null,
                row.flag("isDelisted") ? endedAt(instruments.find(coin), received) : null);
    }

    /** When a delisted one ended nobody tells: at the listing that first showed it. */
    private static Long endedAt(@Nullable Instrument known, long received) {
        return known != null && known.endedAt() != null ? known.endedAt() : (Long) received;
    }

    private static BigDecimal lot(JsonValue row) {
        long decimals = row.integer("szDecimals");
        if (decimals < 0 || decimals > 18) {
            throw new BadMember("szDecimals", "expected 0 to 18, got " + decimals);
        }
        return BigDecimal.ONE.movePointLeft((int) decimals);
    }

    /** Spot pairs: {@code {"universe":[..],"tokens":[..]}}; a pair names its tokens by their index, no position. */
    static List<Decoded> spot(JsonValue meta) {
        Map<Long, JsonValue> tokens = new HashMap<>();
        meta.get("tokens").elements().forEach(token -> tokens.put(token.integer("index"), token));
        return JsonDecoder.rows(meta.get("universe").elements(), row -> List.of(new Decoded.Listed(pair(row, tokens))));
    }

    private static Instrument pair(JsonValue row, Map<Long, JsonValue> tokens) {
        InstrumentId id = HyperliquidNames.instrument(row.text("name"));
        JsonValue base = token(row, 0, tokens);
        String asset = asset(base);
        String quote = asset(token(row, 1, tokens));
        return new Instrument(
                id,
                asset,
                quote,
                null,
                asset + "/" + quote,
                null,
                null,
                null,
                lot(base),
                null,
                null,
                null,
                Sector.of(asset),
                SPOT_MAKER_BPS,
                SPOT_TAKER_BPS,
                null,
                null);
    }

    private static JsonValue token(JsonValue row, int position, Map<Long, JsonValue> tokens) {
        long index = row.get("tokens").at(position).integer();
        JsonValue token = tokens.get(index);
        if (token == null) {
            throw new BadMember("tokens", "expected the index of a token, got " + index);
        }
        return token;
    }

    private static String asset(JsonValue token) {
        String name = token.text("name");
        return ASSETS.getOrDefault(name, name);
    }
}
