package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is listed for an asset: a spot pair, a linear and an inverse swap, a quarter's future and an X-Perp. */
final class OkxContracts {
    private static final int FUNDING_HOURS = 8;

    /** Expiries are at 08:00 UTC of the day that the symbol names. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private static final int HOUR_OF_EXPIRY = 8;
    private static final LocalDate XPERP_EXPIRY = LocalDate.of(2031, 4, 4);
    private static final Grid HUNDREDTHS = new Grid(2, 1);
    private static final Grid WHOLE = new Grid(0, 1);

    private final String asset;
    private final Grid ticks;
    private final Grid lots;
    private final double price;

    OkxContracts(String asset) {
        this.asset = asset;
        price = AssetFacts.of(asset).price();
        ticks = price >= 10_000 ? new Grid(1, 1) : price >= 100 ? HUNDREDTHS : new Grid(price >= 1 ? 4 : 5, 1);
        lots = price >= 10_000 ? new Grid(8, 1) : price >= 100 ? new Grid(6, 1) : HUNDREDTHS;
    }

    Map<Contract, OkxTerms> all(long started) {
        Map<Contract, OkxTerms> contracts = new LinkedHashMap<>();
        String linear = price >= 10_000 ? "0.01" : price >= 1_000 ? "0.1" : "1";
        String inverse = price >= 10_000 ? "100" : "10";
        LocalDate quarter = quarter(started);
        contracts.put(
                Contract.spot(asset + "-USDT", asset, "USDT", ticks, lots),
                terms("SPOT", "", asset + "-USDT", "normal", "1", 0));
        contracts.put(
                Contract.perpetual(asset + "-USDT-SWAP", asset, "USDT", ticks, HUNDREDTHS, FUNDING_HOURS)
                        .ofBase(Double.parseDouble(linear)),
                terms("SWAP", asset + "-USDT", asset + "-USDT", "normal", linear, 0));
        contracts.put(
                Contract.perpetual(asset + "-USD-SWAP", asset, "USD", ticks, WHOLE, FUNDING_HOURS)
                        .ofQuote(Double.parseDouble(inverse)),
                terms("SWAP", asset + "-USD", asset + "-USD", "normal", inverse, 0));
        contracts.put(
                Contract.future(
                                asset + "-USDT-" + DAY.format(quarter),
                                asset,
                                "USDT",
                                ticks,
                                HUNDREDTHS,
                                expiry(quarter))
                        .ofBase(Double.parseDouble(linear)),
                terms("FUTURES", asset + "-USDT", asset + "-USDT", "normal", linear, expiry(quarter)));
        contracts.put(
                Contract.perpetual(
                                asset + "-USD_UM_XPERP-" + DAY.format(XPERP_EXPIRY),
                                asset,
                                "USD",
                                ticks,
                                HUNDREDTHS,
                                FUNDING_HOURS)
                        .ofBase(Double.parseDouble(linear)),
                terms("FUTURES", asset + "-USD_UM", asset + "-USD", "xperp", linear, expiry(XPERP_EXPIRY)));
        return contracts;
    }

    private static OkxTerms terms(String type, String family, String index, String rules, String value, long expires) {
        return new OkxTerms(type, family, index, rules, new BigDecimal(value), expires);
    }

    private static long expiry(LocalDate day) {
        return day.atTime(HOUR_OF_EXPIRY, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** The last Friday of the first quarter that ends at least a week away. */
    private static LocalDate quarter(long time) {
        LocalDate earliest =
                Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().plusWeeks(1);
        LocalDate month = earliest.withDayOfMonth(1).plusMonths((12 - earliest.getMonthValue()) % 3);
        LocalDate friday = month.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        return friday.isBefore(earliest)
                ? month.plusMonths(3).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY))
                : friday;
    }
}
