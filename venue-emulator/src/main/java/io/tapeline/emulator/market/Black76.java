package io.tapeline.emulator.market;

/**
 * The value of an option on a forward (F. Black, 1976), without interest.
 *
 * @param forward price of the underlying forward
 * @param years until it expires
 * @param volatility as a share a year
 */
public record Black76(double forward, double strike, double years, double volatility, boolean call) {
    private static final double DAYS = 365;

    /** In quote. */
    public double price() {
        double calls = forward * normal(d1()) - strike * normal(d2());
        return call ? calls : calls - forward + strike;
    }

    public double delta() {
        return call ? normal(d1()) : normal(d1()) - 1;
    }

    public double gamma() {
        return density(d1()) / (forward * deviation());
    }

    /** For one per cent of volatility. */
    public double vega() {
        return forward * density(d1()) * Math.sqrt(years) / 100;
    }

    /** For one day. */
    public double theta() {
        return -forward * density(d1()) * volatility / (2 * Math.sqrt(years)) / DAYS;
    }

    /** For one per cent of interest. */
    public double rho() {
        return (call ? normal(d2()) : -normal(-d2())) * strike * years / 100;
    }

    private double d1() {
        return (Math.log(forward / strike) + volatility * volatility * years / 2) / deviation();
    }

    private double d2() {
        return d1() - deviation();
    }

    private double deviation() {
        return volatility * Math.sqrt(years);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The cumulative normal distribution to seven digits (Abramowitz and Stegun, 26.2.17). */
    private static double normal(double x) {
        if (x < 0) {
            return 1 - normal(-x);
        }
        double t = 1 / (1 + 0.2316419 * x);
        double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - density(x) * sum;
    }
}
