package io.tapeline.venue.okx;

import io.tapeline.collector.decode.RestCalls;
import io.tapeline.collector.venue.RestBudget;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Endpoints in use. Each has a limit of its own, requests in two seconds by address. */
enum OkxEndpoint {
    INSTRUMENTS("/api/v5/public/instruments", 20),
    TIME("/api/v5/public/time", 10),
    HISTORY_TRADES("/api/v5/market/history-trades", 20),
    CANDLES("/api/v5/market/candles", 40),
    HISTORY_CANDLES("/api/v5/market/history-candles", 20),
    FUNDING_RATE("/api/v5/public/funding-rate", 10),
    FUNDING_HISTORY("/api/v5/public/funding-rate-history", 10),
    OPEN_INTEREST_HISTORY("/api/v5/rubik/stat/contracts/open-interest-history", 10),
    ACCOUNTS("/api/v5/rubik/stat/contracts/long-short-account-ratio-contract", 5),
    TOP_ACCOUNTS("/api/v5/rubik/stat/contracts/long-short-account-ratio-contract-top-trader", 5),
    TOP_POSITIONS("/api/v5/rubik/stat/contracts/long-short-position-ratio-contract-top-trader", 5),
    TAKER_VOLUME("/api/v5/rubik/stat/taker-volume-contract", 5);

    private final String path;
    private final RestBudget budget;

    OkxEndpoint(String path, int requests) {
        this.path = path;
        this.budget = new RestBudget(
                "okx-" + path.substring(path.lastIndexOf('/') + 1), requests, Duration.ofSeconds(2), null);
    }

    static List<RestBudget> budgets() {
        return Arrays.stream(values()).map(endpoint -> endpoint.budget).toList();
    }

    /** Calls of this endpoint, made of a {@link #query} alone. */
    RestCalls at(String root) {
        return new RestCalls(root + path, budget.name());
    }

    static String query(Object... namesAndValues) {
        return "?" + RestCalls.query(namesAndValues);
    }
}
