package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.market.Grid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the exchange lists of an asset: a perpetual, which ends in form in 2030, and a future of the month after next.
 *
 * @param perpetualCode code of the perpetual
 * @param futureCode code of the futures
 * @param size base units of a contract
 */
record CoinbaseContracts(String asset, String perpetualCode, String futureCode, String size, Grid price) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMMyy", Locale.ENGLISH);
    private static final Grid WHOLE = new Grid(0, 1);
    private static final int FUNDING_HOURS = 1;

    private static final Map<String, CoinbaseContracts> LISTED = Map.of(
            "BTC", new CoinbaseContracts("BTC", "BIP", "BIT", "0.01", new Grid(0, 5)),
            "ETH", new CoinbaseContracts("ETH", "ETP", "ET", "0.1", new Grid(1, 5)),
            "SOL", new CoinbaseContracts("SOL", "SLP", "SOL", "5", new Grid(2, 1)),
            "XRP", new CoinbaseContracts("XRP", "XPP", "XRP", "500", new Grid(4, 1)),
            "ADA", new CoinbaseContracts("ADA", "ADP", "ADA", "1000", new Grid(4, 1)));

    /** Empty for an asset that the exchange does not list. */
    static Optional<CoinbaseContracts> of(String asset) {
        return Optional.ofNullable(LISTED.get(asset));
    }

    Contract perpetual() {
        return Contract.perpetual(perpetualCode + "-20DEC30-CDE", asset, "USD", price, WHOLE, FUNDING_HOURS)
                .ofBase(Double.parseDouble(size));
    }

    Contract future(long started) {
        long expiry = expiry(started);
        String symbol = futureCode + "-"
                + DAY.format(Instant.ofEpochMilli(expiry).atOffset(ZoneOffset.UTC))
                        .toUpperCase(Locale.ROOT) + "-CDE";
        return Contract.future(symbol, asset, "USD", price, WHOLE, expiry).ofBase(Double.parseDouble(size));
    }

    /** The last Friday of the month after next, 16:00. */
    private static long expiry(long started) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(started), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(2)
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        return day.atTime(LocalTime.of(16, 0)).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
