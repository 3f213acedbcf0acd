package io.tapeline.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapeline.emulator.Emulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what is stored against what the emulator produced: to the last row and digit. */
final class Agreement {
    static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
    private static final List<String> MARKETS = List.of("spot", "perpetual");

    private final LedgerRows ledger;
    private final StoredRows stored;

    Agreement(Emulator emulator, StoredRows stored) {
        this.ledger = new LedgerRows(emulator);
        this.stored = stored;
    }

    /** Waits until every stream has stored its first trade. */
    void awaitFlow() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> MARKETS.stream()
                        .allMatch(market -> SYMBOLS.stream().allMatch(s -> stored.newestTrade(market, s) > 0)));
    }

    /** Waits until the market has gone on by so many trades of each symbol. */
    void awaitMarket(int trades) {
        Map<String, Long> from = new HashMap<>();
        each((market, symbol) -> from.put(market + symbol, ledger.newestTrade(market, symbol)));
        each((market, symbol) -> await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ledger.newestTrade(market, symbol) >= from.get(market + symbol) + trades));
    }

    /** Waits until everything produced so far is stored and no gap is open, then compares. */
    void holds() {
        Map<String, Long> goal = new HashMap<>();
        each((market, symbol) -> goal.put(market + symbol, ledger.newestTrade(market, symbol)));
        each((market, symbol) -> await("trades of " + market + " " + symbol)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> stored.newestTrade(market, symbol) >= goal.get(market + symbol)));
        await("no gap is open")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stored.openGaps() == 0);
        each((market, symbol) -> tradesAgree(market, symbol, goal.get(market + symbol)));
        SYMBOLS.forEach(this::markPricesAgreeOrAreInAGap);
        each(this::closedCandlesAgree);
    }

    private void tradesAgree(String market, String symbol, long last) {
        List<String> rows = stored.trades(market, symbol).stream()
                .filter(row -> id(row) <= last)
                .toList();
        assertThat(rows)
                .as("trades of %s %s", market, symbol)
                .hasSizeGreaterThan(10)
                .isEqualTo(ledger.trades(market, symbol, id(rows.getFirst()), last));
    }

    private static long id(String row) {
        return Long.parseLong(row.substring(0, row.indexOf(' ')));
    }

    private void markPricesAgreeOrAreInAGap(String symbol) {
        List<String> rows = stored.markPrices("perpetual", symbol);
        Set<String> had = new HashSet<>(rows);
        assertThat(rows).as("mark prices of %s, none twice", symbol).hasSameSizeAs(had);
        List<String> unexplained = new ArrayList<>();
        for (String produced : ledger.markPrices("perpetual", symbol, id(rows.getFirst()), id(rows.getLast()))) {
            if (!had.remove(produced) && !stored.inGap("mark_price", "perpetual", symbol, id(produced))) {
                unexplained.add(produced);
            }
        }
        assertThat(had).as("mark prices of %s that nobody produced", symbol).isEmpty();
        assertThat(unexplained)
                .as("mark prices of %s missing outside of any recorded gap", symbol)
                .isEmpty();
    }

    private void closedCandlesAgree(String market, String symbol) {
        List<String> rows = stored.candles(market, symbol);
        if (!rows.isEmpty()) {
            List<String> produced = ledger.candles(market, symbol, id(rows.getFirst()), id(rows.getLast()));
            // The minute in which the market began is older than its ledger.
            assertThat(rows).as("candles of %s %s", market, symbol).containsAll(produced);
        }
    }

    private interface Check {
        void of(String market, String symbol);
    }

    private static void each(Check check) {
        for (String market : MARKETS) {
            for (String symbol : SYMBOLS) {
                check.of(market, symbol);
            }
        }
    }
}
