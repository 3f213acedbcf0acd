package io.tapeline.venue.polymarket;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names of Polymarket: tokens, outcomes, and what a token is called here: {@code btc-updown-5m-1773307200:UP}. */
final class PolymarketNames {
    static final String FEED = "polymarket";
    static final String EXCHANGE = "polymarket";

    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private PolymarketNames() {}

    static InstrumentId token(String id) {
        return new InstrumentId(EXCHANGE, Market.PREDICTION, id);
    }

    static String unified(String slug, String outcome) {
        return slug + ":" + outcome.toUpperCase(Locale.ROOT);
    }

    /** The market that a token belongs to. */
    static String slug(Instrument token) {
        String unified = String.valueOf(token.unifiedSymbol());
        return unified.substring(0, Math.max(0, unified.lastIndexOf(':')));
    }

    /** What is said of an event beside its figures; nothing where the token is not known. */
    static Map<String, Object> labels(String token, InstrumentLookup instruments, boolean upIsYes) {
        Instrument known = instruments.find(token);
        String unified = known == null ? null : known.unifiedSymbol();
        return unified == null
                ? new LinkedHashMap<>()
                : labels(unified.substring(unified.lastIndexOf(':') + 1), upIsYes);
    }

    /** The outcome, and of Up and Down which of YES and NO it counts as. */
    static Map<String, Object> labels(String outcome, boolean upIsYes) {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("outcome", outcome);
        if (outcome.equals(UP) || outcome.equals(DOWN)) {
            labels.put("counts_as", outcome.equals(UP) == upIsYes ? "YES" : "NO");
        }
        return labels;
    }
}
