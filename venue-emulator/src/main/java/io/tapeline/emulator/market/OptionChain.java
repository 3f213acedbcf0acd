package io.tapeline.emulator.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options on an asset: calls and puts at strikes around the price at the start, for the next two Fridays and the last one
 * of the quarter after, 08:00 UTC. Values are Black's, with a smile over the volatility index. An option that expires while
 * this runs stays listed, at its last value.
 */
public final class OptionChain {
    private static final double YEAR_MILLIS = 365 * 86_400_000.0;
    private static final double LEAST_YEARS = 1 / (365.0 * 24);
    private static final double CARRY_PER_YEAR = 0.05;

    /** How far apart strikes are, as a share of the price; rounded up to 1, 2 or 5 times a power of ten. */
    private static final double GAP = 0.04;

    private final long seed;
    private final double startPrice;
    private final boolean inCoin;
    private final VolatilityIndex volatility;
    private final List<OptionContract> contracts = new ArrayList<>();
    private final Map<OptionContract, OptionQuote> quotes = new HashMap<>();
    private double index;
    private long now;

    /**
     * @param strikesEachSide below and above the one at the price
     * @param inCoin whether prices are shares of the coin rather than in quote
     */
    public OptionChain(long seed, String base, long start, int strikesEachSide, boolean inCoin) {
        this.seed = seed;
        this.inCoin = inCoin;
        now = start;
        startPrice = AssetFacts.of(base).price();
        index = startPrice;
        volatility = new VolatilityIndex(seed, base);
        long gap = gap(startPrice * GAP);
        long middle = Math.round(startPrice / gap) * gap;
        for (long expiry : expiries(start)) {
            for (int i = -strikesEachSide; i <= strikesEachSide; i++) {
                if (middle + i * gap > 0) {
                    contracts.add(new OptionContract(base, middle + i * gap, expiry, true));
                    contracts.add(new OptionContract(base, middle + i * gap, expiry, false));
                }
            }
        }
    }

    /** Once a second. @param factor how many times the price at the start the index is now */
    public void step(double factor, long time) {
        index = startPrice * factor;
        now = time;
        volatility.step();
        quotes.clear();
    }

    /** By expiry, strike, calls before puts. */
    public List<OptionContract> contracts() {
        return List.copyOf(contracts);
    }

    /** As of the last step. */
    public OptionQuote quote(OptionContract option) {
        return quotes.computeIfAbsent(option, this::value);
    }

    private OptionQuote value(OptionContract option) {
        double years = Math.max(LEAST_YEARS, (option.expiry() - now) / YEAR_MILLIS);
        double forward = index * Math.exp(CARRY_PER_YEAR * years);
        double iv = volatility.value() / 100 * smile(option.strike() / forward, years);
        Black76 value = new Black76(forward, option.strike(), years, iv, option.call());
        return new OptionQuote(
                inCoin ? value.price() / index : value.price(),
                forward,
                iv * 100,
                iv * 98.5,
                iv * 101.5,
                value.delta(),
                value.gamma(),
                value.vega(),
                value.theta(),
                value.rho(),
                openInterest(option));
    }

    /** Price of the underlying index, in quote. */
    public double index() {
        return index;
    }

    public VolatilityIndex volatility() {
        return volatility;
    }

    /** Steeper for those that expire soon; puts cost more than calls. */
    private static double smile(double moneyness, double years) {
        double distance = Math.log(moneyness) / Math.sqrt(years + 0.05);
        return Math.min(3, 1 + 0.25 * distance * distance - 0.08 * distance);
    }

    private double openInterest(OptionContract option) {
        long own = Seeds.mix(seed, option.base() + option.strike() + option.call());
        return Math.round(20_000 * Seeds.uniform(own, option.expiry())) / 10.0;
    }

    private static long gap(double least) {
        long power = 1;
        while (true) {
            for (long digit : new long[] {1, 2, 5}) {
                if (digit * power >= least) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }

    private static List<Long> expiries(long start) {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(start), ZoneOffset.UTC);
        LocalDate friday = today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        LocalDate quarter = lastFridayOfQuarter(friday.plusWeeks(2));
        return List.of(eight(friday), eight(friday.plusWeeks(1)), eight(quarter));
    }

    /** Of the quarter that a day is in, or of the next one when that Friday is before the day. */
    private static LocalDate lastFridayOfQuarter(LocalDate day) {
        int month = (day.getMonthValue() + 2) / 3 * 3;
        LocalDate last = day.withDayOfMonth(1).withMonth(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
        return last.isBefore(day) ? lastFridayOfQuarter(day.withDayOfMonth(1).plusMonths(1)) : last;
    }

    private static long eight(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
