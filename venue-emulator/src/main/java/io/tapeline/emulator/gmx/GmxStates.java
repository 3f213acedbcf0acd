package io.tapeline.emulator.gmx;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.market.FundingHistory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;

/** Funding, borrowing and open interest in the units and signs of each interface. */
final class GmxStates {
    private static final BigDecimal HOURS_A_YEAR = BigDecimal.valueOf(8_760);
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);
    /** What is paid is divided among more, or fewer, who receive it. */
    private static final BigDecimal SHARED = new BigDecimal("1.075");
    /** Of the longs, an hour: some 4.8 basis points a day. */
    private static final BigDecimal BORROWING = new BigDecimal("0.0000200000123456");

    private GmxStates() {}

    /** A row of {@code /v1/markets/tickers}: an hour, negative where that side pays. */
    static String ticker(GmxPool pool, long now) {
        BigDecimal funding = pool.funding(now);
        BigDecimal mark = pool.oracle(now);
        GmxToken token = pool.token();
        String price = token.price(mark).toString();
        return Json.object()
                .text("symbol", token.symbol() + "/USD")
                .text("marketTokenAddress", pool.address())
                .text("minPrice", price)
                .text("maxPrice", price)
                .text("markPrice", price)
                .text("longInterestUsd", usd(pool.longs().multiply(mark).multiply(new BigDecimal("0.998"))))
                .text("shortInterestUsd", usd(pool.shorts().multiply(mark).multiply(new BigDecimal("1.001"))))
                .text("longInterestUsdMark", usd(pool.longs().multiply(mark)))
                .text("shortInterestUsdMark", usd(pool.shorts().multiply(mark)))
                .text("longInterestInTokens", token.amount(pool.longs()).toString())
                .text("shortInterestInTokens", token.amount(pool.shorts()).toString())
                .text("fundingRateLong", usd(funding.negate()))
                .text("fundingRateShort", usd(funding.multiply(SHARED)))
                .text("borrowingRateLong", usd(BORROWING))
                .text("borrowingRateShort", "0")
                .end();
    }

    /** A row of the keepers' {@code /markets/info}: a year, positive where that side pays. */
    static String keeper(GmxPool pool, long now) {
        BigDecimal funding = pool.funding(now).multiply(HOURS_A_YEAR);
        BigDecimal mark = pool.oracle(now);
        return pool.row(row -> row.text("fundingRateLong", usd(funding))
                .text("fundingRateShort", usd(funding.multiply(SHARED).negate()))
                .text("borrowingRateLong", usd(BORROWING.multiply(HOURS_A_YEAR)))
                .text("borrowingRateShort", "0")
                .text("openInterestLong", usd(pool.longs().multiply(mark)))
                .text("openInterestShort", usd(pool.shorts().multiply(mark))));
    }

    /** Hourly snapshots between two times in epoch seconds, both excluded: a second, negative where that side pays. */
    static Stream<String> snapshots(GmxPool pool, long after, long before) {
        return pool.listed().marks().funding().rows().stream()
                .filter(row -> row.time() / 1_000 > after && row.time() / 1_000 < before)
                .map(row -> snapshot(pool, row));
    }

    private static String snapshot(GmxPool pool, FundingHistory.Row row) {
        BigDecimal second = BigDecimal.valueOf(row.rate(), 9).divide(SECONDS_AN_HOUR, MathContext.DECIMAL128);
        return Json.object()
                .text("marketAddress", pool.address())
                .number("snapshotTimestamp", row.time() / 1_000)
                .text("fundingFactorPerSecondLong", usd(second.negate()))
                .text("fundingFactorPerSecondShort", usd(second.multiply(SHARED)))
                .end();
    }

    private static String usd(BigDecimal value) {
        return GmxToken.usd(value).toString();
    }
}
