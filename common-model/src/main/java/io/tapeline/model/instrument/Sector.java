package io.tapeline.model.instrument;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Coarse grouping of assets, for filters. */
public enum Sector {
    MAJORS,
    DEFI,
    L2,
    GAMING,
    MEME,
    OTHER;

    private static final Map<String, Sector> BY_ASSET = new HashMap<>();

    static {
        add(
                MAJORS,
                Set.of("BTC", "ETH", "SOL", "ADA", "XRP", "BNB", "LTC", "BCH", "DOT", "AVAX", "TRX", "LINK", "TON"));
        add(
                DEFI,
                Set.of(
                        "AAVE", "UNI", "COMP", "CRV", "MKR", "SUSHI", "SNX", "LDO", "PENDLE", "DYDX", "GMX", "JUP",
                        "CAKE"));
        add(L2, Set.of("OP", "ARB", "POL", "MATIC", "STRK", "ZK", "MNT", "LRC", "METIS", "BLAST"));
        add(GAMING, Set.of("GALA", "IMX", "SAND", "MANA", "AXS", "ENJ", "ILV", "PIXEL", "RON", "BEAM", "YGG"));
        add(MEME, Set.of("DOGE", "SHIB", "PEPE", "WIF", "BONK", "FLOKI", "TRUMP", "FARTCOIN", "POPCAT", "MEME"));
    }

    private static void add(Sector sector, Set<String> assets) {
        assets.forEach(asset -> BY_ASSET.put(asset, sector));
    }

    /** Sector of a base asset; {@link #OTHER} when it is not listed. */
    public static Sector of(String asset) {
        return BY_ASSET.getOrDefault(asset.toUpperCase(Locale.ROOT), OTHER);
    }
}
