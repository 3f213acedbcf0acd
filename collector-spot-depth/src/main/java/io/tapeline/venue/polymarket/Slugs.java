package io.tapeline.venue.polymarket;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two ways in which Up or Down markets are named, and the asset that a name tells. */
final class Slugs {
    private static final String SHORT = "-updown-";
    private static final String LONG = "-up-or-down-";

    /** Assets that names in words call by a word; the others by their ticker. */
    private static final Map<String, String> WORDS = Map.of("BTC", "bitcoin", "ETH", "ethereum", "SOL", "solana");

    private static final Map<String, String> ASSETS =
            WORDS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Slugs() {}

    /** @param start of the window */
    static String ofEpoch(String asset, String label, Instant start) {
        return asset.toLowerCase(Locale.ROOT) + SHORT + label + "-" + start.getEpochSecond();
    }

    /** @param time start of the window in words */
    static String inWords(String asset, String time) {
        return WORDS.getOrDefault(asset, asset.toLowerCase(Locale.ROOT)) + LONG + time + "-et";
    }

    /** The asset of an Up or Down market; null where a name is that of another market. */
    static @Nullable String asset(String slug) {
        int end = Math.max(slug.indexOf(SHORT), slug.indexOf(LONG));
        if (end <= 0) {
            return null;
        }
        String name = slug.substring(0, end);
        return ASSETS.getOrDefault(name, name.toUpperCase(Locale.ROOT));
    }
}
