package io.tapeline.writer.store;

import io.tapeline.model.event.Settlement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The row of a contract's trading day: the early figure, the preliminary, the final. The later stage wins (within a stage
 * the one received later), whatever their order of arrival; what the winner leaves open stays as the other says it, so
 * that an open interest published a day later is filled in. What follows from a price is kept only with that price.
 */
final class SettlementRow {
    /** Stages of {@code metadata.stage}, first to last; one that names none comes before them. */
    private static final List<String> STAGES = List.of("early", "preliminary", "final");

    private static final Comparator<Settlement> STANDING = Comparator.comparingInt(SettlementRow::stage)
            .thenComparingLong(settlement -> settlement.header().receivedAt());

    private static final String NEWER_WINS = "(store.settlement_stage(excluded.metadata), excluded.received_at)"
            + " > (store.settlement_stage(t.metadata), t.received_at)";
    private static final List<String> WINNERS = List.of(
            "\"timestamp\"", "received_at", "time_source", "origin", "n", "price", "is_front", "roll", "metadata");
    private static final List<String> KEPT = List.of("open_interest", "volume", "days_to_expiry");
    private static final List<String> OF_THE_PRICE = List.of("basis", "basis_annualised_pct");

    private SettlementRow() {}

    static Settlement merged(Settlement stored, Settlement newer) {
        boolean newerWins = STANDING.compare(newer, stored) > 0;
        Settlement winner = newerWins ? newer : stored;
        Settlement other = newerWins ? stored : newer;
        boolean samePrice = winner.price().compareTo(other.price()) == 0;
        return new Settlement(
                winner.header(),
                winner.price(),
                winner.tradeDate(),
                OptionRow.known(winner.openInterest(), other.openInterest()),
                OptionRow.known(winner.volume(), other.volume()),
                OptionRow.known(winner.basis(), samePrice ? other.basis() : null),
                OptionRow.known(winner.basisAnnualisedPct(), samePrice ? other.basisAnnualisedPct() : null),
                OptionRow.known(winner.daysToExpiry(), other.daysToExpiry()),
                winner.isFront(),
                winner.roll(),
                winner.metadata());
    }

    private static int stage(Settlement settlement) {
        return STAGES.indexOf(Objects.toString(settlement.metadata().get("stage"), "")) + 1;
    }

    /** The same in SQL, after {@code ON CONFLICT (...)}. */
    static String merge() {
        return Stream.of(
                        WINNERS.stream().map(column -> choose(column, "excluded." + column, "t." + column)),
                        KEPT.stream()
                                .map(column -> choose(
                                        column, filled("excluded", "t", column), filled("t", "excluded", column))),
                        OF_THE_PRICE.stream()
                                .map(column -> choose(
                                        column, ofPrice("excluded", "t", column), ofPrice("t", "excluded", column))))
                .flatMap(assignments -> assignments)
                .collect(Collectors.joining(
                        ", ", "DO UPDATE SET ", " WHERE " + NEWER_WINS + " OR " + somethingIsFilledIn()));
    }

    private static String choose(String column, String ifNewerWins, String otherwise) {
        return column + " = CASE WHEN " + NEWER_WINS + " THEN " + ifNewerWins + " ELSE " + otherwise + " END";
    }

    private static String filled(String winner, String other, String column) {
        return "coalesce(" + winner + "." + column + ", " + other + "." + column + ")";
    }

    private static String ofPrice(String winner, String other, String column) {
        return "coalesce(" + winner + "." + column + ", CASE WHEN t.price = excluded.price THEN " + other + "." + column
                + " END)";
    }

    private static String somethingIsFilledIn() {
        return Stream.concat(
                        KEPT.stream().map(SettlementRow::isFilledIn),
                        OF_THE_PRICE.stream().map(column -> isFilledIn(column) + " AND t.price = excluded.price"))
                .collect(Collectors.joining(" OR "));
    }

    private static String isFilledIn(String column) {
        return "t." + column + " IS NULL AND excluded." + column + " IS NOT NULL";
    }
}
