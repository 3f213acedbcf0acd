package io.tapeline.venue.cme;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.decimal.Decimals;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures as the site writes them, all of them texts. Rules:
 * <ol>
 *   <li>{@code -}, {@code UNCH}, {@code 0-} and nothing are absent, never zero.
 *   <li>Thousands are set apart by commas; a plus may stand before.
 *   <li>A letter {@code A} to {@code E} behind a price says that nobody traded at it: an ask or bid, a cabinet price.
 *   <li>An apostrophe would be a price in fractions, which these products do not have: refused.
 * </ol>
 */
final class CmeFigures {
    private static final Set<String> ABSENT = Set.of("", "-", "UNCH", "0-");
    private static final Pattern FIGURE = Pattern.compile("\\+?(-?[0-9.]+)([A-E]?)");

    private CmeFigures() {}

    /**
     * A figure.
     *
     * @param indication whether it is no traded price
     */
    record Figure(BigDecimal value, boolean indication) {}

    /** Null where it is absent. */
    static @Nullable Figure figure(String name, String text) {
        String written = text.strip();
        if (ABSENT.contains(written)) {
            return null;
        }
        Matcher found = FIGURE.matcher(written.replace(",", ""));
        if (!found.matches()) {
            throw new BadMember(name, "expected a decimal figure, got '" + written + "'");
        }
        try {
            return new Figure(Decimals.parse(found.group(1)), !found.group(2).isEmpty());
        } catch (NumberFormatException e) {
            throw new BadMember(name, String.valueOf(e.getMessage()));
        }
    }

    static @Nullable BigDecimal value(String name, String text) {
        Figure figure = figure(name, text);
        return figure == null ? null : figure.value();
    }

    static @Nullable Figure figure(JsonValue row, String member) {
        return figure(member, row.textOr(member, ""));
    }

    static @Nullable BigDecimal value(JsonValue row, String member) {
        return value(member, row.textOr(member, ""));
    }

    /** A count of contracts, which is never below zero. */
    static @Nullable BigDecimal count(String name, String text) {
        BigDecimal count = value(name, text);
        if (count != null && count.signum() < 0) {
            throw new BadMember(name, "expected a count, got '" + text.strip() + "'");
        }
        return count;
    }

    static @Nullable BigDecimal count(JsonValue row, String member) {
        return count(member, row.textOr(member, ""));
    }
}
