package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.OptionType;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code get_instruments}. An inverse future of contract size 10 counts its sizes in US dollars all the same, an
 * inverse option has its price in coins. Fees are those of the row, before any discount.
 *
 * <p>The venue lists no indices: each coin that has inverse options has a volatility index, named as the index price
 * ({@code btc_usd}).
 */
final class DeribitListing {
    /** States of what will not trade again; {@code closed} until January 2026. */
    private static final Set<String> ENDED = Set.of("delivered", "archivized", "closed");

    private DeribitListing() {}

    static List<Decoded> read(JsonValue rows, long received, InstrumentLookup instruments) {
        Set<String> coins = new LinkedHashSet<>();
        List<Decoded> decoded = new ArrayList<>(JsonDecoder.rows(rows.elements(), row -> {
            Decoded listed = row(row, received, instruments);
            if (listed instanceof Decoded.Listed(Instrument one) && isInverseOption(one)) {
                coins.add(one.base());
            }
            return List.of(listed);
        }));
        coins.forEach(coin -> decoded.add(new Decoded.Listed(index(coin))));
        return decoded.isEmpty() ? List.of(new Decoded.Ignored("no instruments")) : decoded;
    }

    private static boolean isInverseOption(Instrument one) {
        return one.id().market() == Market.OPTION && one.contractType() == ContractType.INVERSE;
    }

    private static Decoded row(JsonValue row, long received, InstrumentLookup instruments) {
        DeribitSymbol symbol = DeribitSymbol.of(row.text("instrument_name"));
        return switch (row.textOr("kind", "")) {
            case "future", "option", "spot" ->
                symbol.market() == null
                        ? new Decoded.Unknown("instrument " + symbol.name())
                        : new Decoded.Listed(instrument(symbol, row, received, instruments));
            case "future_combo", "option_combo" -> new Decoded.Ignored("a combo: its legs are collected");
            default -> new Decoded.Unknown("an instrument of kind " + row.textOr("kind", "none"));
        };
    }

    private static Instrument instrument(
            DeribitSymbol symbol, JsonValue row, long received, InstrumentLookup instruments) {
        InstrumentId id = DeribitTrades.id(symbol);
        String base = row.text("base_currency");
        String settle = id.market() == Market.SPOT ? null : row.textOr("settlement_currency", base);
        Long expiry = id.market() == Market.FUTURE || id.market() == Market.OPTION
                ? (Long) row.millis("expiration_timestamp")
                : null;
        return new Instrument(
                id,
                base,
                row.text("quote_currency"),
                settle,
                DeribitUnified.symbol(id.market(), row, settle, expiry),
                row.optionalDecimal("contract_size"),
                id.market() == Market.SPOT ? null : contractType(symbol, row),
                row.optionalDecimal("tick_size"),
                row.optionalDecimal("min_trade_amount"),
                expiry,
                id.market() == Market.OPTION ? row.decimal("strike") : null,
                optionType(row),
                Sector.of(base),
                bps(row.optionalDecimal("maker_commission")),
                bps(row.optionalDecimal("taker_commission")),
                row.optionalMillis("creation_timestamp"),
                endedAt(id, row, expiry, received, instruments));
    }

    /** {@code future_type} until the field was renamed; the spelling where neither is there. */
    private static ContractType contractType(DeribitSymbol symbol, JsonValue row) {
        String type =
                row.textOr("instrument_type", row.textOr("future_type", symbol.inverse() ? "reversed" : "linear"));
        return type.equals("reversed") ? ContractType.INVERSE : ContractType.LINEAR;
    }

    private static @Nullable OptionType optionType(JsonValue row) {
        return switch (row.textOr("option_type", "")) {
            case "call" -> OptionType.CALL;
            case "put" -> OptionType.PUT;
            default -> null;
        };
    }

    private static @Nullable BigDecimal bps(@Nullable BigDecimal fraction) {
        return fraction == null ? null : Decimals.toBps(fraction);
    }

    /** Null while it trades or may trade again. When it stopped is its expiry, or the listing that first showed it. */
    private static @Nullable Long endedAt(
            InstrumentId id, JsonValue row, @Nullable Long expiry, long received, InstrumentLookup instruments) {
        boolean inactive = row.has("is_active") && !row.flag("is_active");
        boolean expired = expiry != null && expiry <= received;
        if (!inactive && !expired && !ENDED.contains(row.textOr("state", "open"))) {
            return null;
        } else if (expired) {
            return expiry;
        }
        Instrument known = instruments.find(id.symbol());
        return known == null || known.endedAt() == null ? (Long) received : known.endedAt();
    }

    private static Instrument index(String coin) {
        return new Instrument(
                DeribitSymbol.volatilityIndex(coin),
                coin,
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Sector.of(coin),
                null,
                null,
                null,
                null);
    }
}
