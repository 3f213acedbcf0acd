package io.tapeline.venue.htx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of {@code /v2/settings/common/symbols}, and of {@code /v1/settings/common/market-symbols}, which names some members
 * otherwise. Fees are those of the lowest tier.
 */
final class HtxSpotListing {
    private static final BigDecimal FEE_BPS = BigDecimal.valueOf(20);

    /** Most decimals that a price or an amount can have. */
    private static final int MOST_DECIMALS = 30;

    private static final Set<String> NOT_LISTED_YET = Set.of("not-online", "pre-online");

    /** The others trade, or pause; a state that is new is taken to trade. */
    private static final Set<String> NOT_TRADING = Set.of("offline", "suspend");

    private HtxSpotListing() {}

    static List<Decoded> read(JsonValue rows, long received, InstrumentLookup instruments) {
        return JsonDecoder.rows(rows.elements(), row -> List.of(pair(row, received, instruments)));
    }

    private static Decoded pair(JsonValue row, long received, InstrumentLookup instruments) {
        String symbol = row.has("sc") ? row.text("sc") : row.text("symbol");
        if (List.of(row.textOr("tags", "").split(",")).contains("etp")) {
            return new Decoded.Ignored(symbol + " is a share in a leveraged fund");
        } else if (NOT_LISTED_YET.contains(row.text("state"))) {
            return new Decoded.Ignored(symbol + " is not listed yet");
        }
        return new Decoded.Listed(instrument(symbol, row, received, instruments));
    }

    /** The symbol does not tell where the base ends; its parts do. */
    private static Instrument instrument(String symbol, JsonValue row, long received, InstrumentLookup instruments) {
        String base = row.text("bc").toUpperCase(Locale.ROOT);
        String quote = row.text("qc").toUpperCase(Locale.ROOT);
        boolean ended = NOT_TRADING.contains(row.text("state"));
        return new Instrument(
                new InstrumentId(HtxSwapVenue.EXCHANGE, Market.SPOT, symbol),
                base,
                quote,
                null,
                base + "/" + quote,
                null,
                null,
                step(row, "tpp", "pp"),
                step(row, "tap", "ap"),
                null,
                null,
                null,
                Sector.of(base),
                FEE_BPS,
                FEE_BPS,
                row.optionalMillis("toa"),
                ended ? (Long) HtxSwapListing.seenEnded(symbol, received, instruments) : null);
    }

    /** From a number of decimals, by either name; null where it has neither. */
    private static @Nullable BigDecimal step(JsonValue row, String name, String otherName) {
        JsonValue decimals = row.has(name) ? row.get(name) : row.find(otherName);
        if (decimals == null) {
            return null;
        }
        long scale = decimals.integer();
        if (scale < 0 || scale > MOST_DECIMALS) {
            throw new BadMember(decimals.name(), "expected 0 to " + MOST_DECIMALS + " decimals, got " + scale);
        }
        return BigDecimal.ONE.movePointLeft((int) scale);
    }
}
