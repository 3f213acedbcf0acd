package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pools of an asset and which is its main one, the only one with a unified symbol: short collateral USDC, and long
 * collateral the asset itself if there is such a pool; of several the one listed first.
 */
final class GmxPools {
    /** Index, long and short collateral, as in {@code BTC/USD [WBTC.b-USDC]}. */
    private static final Pattern NAME = Pattern.compile("([^/]+)/USD \\[(.+)-([^-]+)]");

    /** Where one name is inside another, such as BTC in WBTC.b, it is the same asset. */
    private static final Comparator<Pool> MAIN_FIRST = Comparator.<Pool, Boolean>comparing(
                    pool -> !pool.longToken().contains(pool.base()))
            .thenComparing(Pool::listed)
            .thenComparing(Pool::address);

    private static final String MAIN_COLLATERAL = "USDC";

    record Pool(String address, String base, String longToken, String shortToken, String listed) {}

    private final Map<String, Pool> main = new HashMap<>();

    private GmxPools() {}

    /** Of a whole listing; rows that cannot be read have no part in it. */
    static GmxPools of(List<JsonValue> rows, InstrumentLookup instruments) {
        GmxPools pools = new GmxPools();
        List<Pool> open = new ArrayList<>();
        for (JsonValue row : rows) {
            try {
                if (open(row)) {
                    open.add(pool(row, instruments));
                }
            } catch (BadMember unreadable) {
                // Complained of when the row itself is read.
            }
        }
        open.stream()
                .filter(pool -> pool.shortToken().equals(MAIN_COLLATERAL))
                .sorted(MAIN_FIRST)
                .forEach(pool -> pools.main.putIfAbsent(pool.base(), pool));
        return pools;
    }

    boolean isMain(Pool pool) {
        return pool.equals(main.get(pool.base()));
    }

    /** Whether a market is traded; the word in the name stands beside the flag. */
    static boolean open(JsonValue row) {
        return row.flag("isListed") && !row.text("name").contains("deprecated");
    }

    static Pool pool(JsonValue row, InstrumentLookup instruments) {
        Matcher name = NAME.matcher(row.text("name"));
        if (!name.matches()) {
            throw new BadMember("name", "expected index/USD [long-short], got '" + row.text("name") + "'");
        }
        return new Pool(
                row.text("marketToken"),
                symbol(row, "indexToken", name.group(1), instruments),
                symbol(row, "longToken", name.group(2), instruments),
                symbol(row, "shortToken", name.group(3), instruments),
                row.textOr("listingDate", ""));
    }

    /** As the token is listed; the name only where it is not. */
    private static String symbol(JsonValue row, String member, String inName, InstrumentLookup instruments) {
        Instrument token = instruments.find(row.textOr(member, ""));
        return token == null ? inName : token.base();
    }
}
