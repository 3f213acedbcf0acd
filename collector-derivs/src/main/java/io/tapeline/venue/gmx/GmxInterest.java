package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.OpenInterest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Open interest of a market. Longs and shorts differ, the pool takes the difference: the larger counts, never the sum;
 * both are in the metadata.
 */
record GmxInterest(JsonValue row, Header header) {

    /** In index tokens, with the venue's own value at the mark price. */
    List<Decoded> ofTickers(InstrumentLookup instruments) {
        OptionalInt decimals =
                GmxMarkets.decimals(instruments, header.instrument().symbol());
        if (decimals.isEmpty() || !row.has("longInterestInTokens") || !row.has("shortInterestInTokens")) {
            return List.of();
        }
        BigDecimal longs = GmxScale.tokens(row.get("longInterestInTokens"), decimals.getAsInt());
        BigDecimal shorts = GmxScale.tokens(row.get("shortInterestInTokens"), decimals.getAsInt());
        boolean moreLongs = longs.compareTo(shorts) >= 0;
        BigDecimal usd = GmxScale.usd(row, moreLongs ? "longInterestUsdMark" : "shortInterestUsdMark");
        BigDecimal tokens = moreLongs ? longs : shorts;
        Map<String, Object> sides = sides(longs, shorts);
        put(sides, "long_entry_usd", "longInterestUsd");
        put(sides, "short_entry_usd", "shortInterestUsd");
        return List.of(new Decoded.Event(
                new OpenInterest(header, tokens, tokens, usd == null ? null : Decimals.usd(usd), sides)));
    }

    /** In USD at entry prices; how many tokens that were is not told. */
    List<Decoded> ofKeeper() {
        BigDecimal longs = GmxScale.usd(row, "openInterestLong");
        BigDecimal shorts = GmxScale.usd(row, "openInterestShort");
        if (longs == null || shorts == null) {
            return List.of();
        }
        BigDecimal usd = longs.max(shorts);
        return List.of(new Decoded.Event(new OpenInterest(header, usd, null, Decimals.usd(usd), sides(longs, shorts))));
    }

    private static Map<String, Object> sides(BigDecimal longs, BigDecimal shorts) {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("long", longs);
        sides.put("short", shorts);
        return sides;
    }

    private void put(Map<String, Object> sides, String name, String member) {
        BigDecimal usd = GmxScale.usd(row, member);
        if (usd != null) {
            sides.put(name, usd);
        }
    }
}
