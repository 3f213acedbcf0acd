package io.tapeline.emulator.kraken;

import io.tapeline.emulator.kit.ListedContract;
import java.util.Set;

/** What REST calls a pair: old assets have codes of four letters in the ids of pairs. */
final class KrakenNames {
    private static final Set<String> OLD = Set.of("BTC", "ETH", "XRP", "LTC", "XLM");
    private static final String QUOTE = "USD";

    private KrakenNames() {}

    static String code(String asset) {
        return switch (asset) {
            case "BTC" -> "XBT";
            case "DOGE" -> "XDG";
            default -> asset;
        };
    }

    static String assetId(String asset) {
        return OLD.contains(asset) ? "X" + code(asset) : code(asset);
    }

    static String altname(ListedContract listed) {
        return code(listed.spec().base()) + QUOTE;
    }

    static String wsname(ListedContract listed) {
        return code(listed.spec().base()) + "/" + QUOTE;
    }

    static String pairId(ListedContract listed) {
        String base = listed.spec().base();
        return OLD.contains(base) ? assetId(base) + "Z" + QUOTE : altname(listed);
    }

    static boolean isNamed(ListedContract listed, String pair) {
        return pair.equals(altname(listed)) || pair.equals(pairId(listed)) || pair.equals(wsname(listed));
    }
}
