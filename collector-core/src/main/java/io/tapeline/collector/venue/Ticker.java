package io.tapeline.collector.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a ticker tells of a derivative; null is what it does not tell.
 *
 * @param fundingRate decimal per interval, positive: longs pay
 * @param predictedRate of the interval after
 * @param nextFundingTime epoch microseconds
 * @param openInterest as the venue counts it, one-sided
 */
public record Ticker(
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal indexPrice,
        @Nullable BigDecimal lastPrice,
        @Nullable BigDecimal fundingRate,
        @Nullable BigDecimal fundingIntervalHours,
        @Nullable BigDecimal predictedRate,
        @Nullable Long nextFundingTime,
        @Nullable BigDecimal openInterest,
        @Nullable BigDecimal openInterestBase,
        @Nullable BigDecimal openInterestUsd) {

    /** Prices alone. */
    public static Ticker prices(@Nullable BigDecimal mark, @Nullable BigDecimal index, @Nullable BigDecimal last) {
        return new Ticker(mark, index, last, null, null, null, null, null, null, null);
    }

    public Ticker withFunding(@Nullable BigDecimal rate, @Nullable BigDecimal intervalHours, @Nullable Long nextTime) {
        return new Ticker(
                markPrice,
                indexPrice,
                lastPrice,
                rate,
                intervalHours,
                predictedRate,
                nextTime,
                openInterest,
                openInterestBase,
                openInterestUsd);
    }

    public Ticker withPredicted(@Nullable BigDecimal rate) {
        return new Ticker(
                markPrice,
                indexPrice,
                lastPrice,
                fundingRate,
                fundingIntervalHours,
                rate,
                nextFundingTime,
                openInterest,
                openInterestBase,
                openInterestUsd);
    }

    public Ticker withOpenInterest(@Nullable BigDecimal amount, @Nullable BigDecimal base, @Nullable BigDecimal usd) {
        return new Ticker(
                markPrice,
                indexPrice,
                lastPrice,
                fundingRate,
                fundingIntervalHours,
                predictedRate,
                nextFundingTime,
                amount,
                base,
                usd);
    }

    /** These, and what was known before where these say nothing. */
    public Ticker over(Ticker before) {
        return new Ticker(
                or(markPrice, before.markPrice),
                or(indexPrice, before.indexPrice),
                or(lastPrice, before.lastPrice),
                or(fundingRate, before.fundingRate),
                or(fundingIntervalHours, before.fundingIntervalHours),
                or(predictedRate, before.predictedRate),
                or(nextFundingTime, before.nextFundingTime),
                or(openInterest, before.openInterest),
                or(openInterestBase, before.openInterestBase),
                or(openInterestUsd, before.openInterestUsd));
    }

    private static <T> @Nullable T or(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Whether it tells a price. */
    public boolean hasPrices() {
        return markPrice != null || indexPrice != null || lastPrice != null;
    }

    /** Whether it tells something of funding. */
    public boolean hasFunding() {
        return fundingRate != null || fundingIntervalHours != null || predictedRate != null || nextFundingTime != null;
    }

    public boolean hasOpenInterest() {
        return openInterest != null || openInterestBase != null || openInterestUsd != null;
    }
}
