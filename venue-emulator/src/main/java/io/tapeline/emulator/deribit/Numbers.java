package io.tapeline.emulator.deribit;

import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Grid;
import java.math.BigDecimal;

/** Numbers as the venue writes them: without trailing zeros, small ones with an exponent ({@code 2.081e-05}). */
final class Numbers {
    private static final BigDecimal SMALL = new BigDecimal("0.0001");

    private Numbers() {}

    static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.abs().compareTo(SMALL) < 0 ? scientific(plain) : plain.toPlainString();
    }

    private static String scientific(BigDecimal value) {
        String digits = value.unscaledValue().abs().toString();
        int exponent = value.scale() - digits.length() + 1;
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e-" + (exponent < 10 ? "0" : "") + exponent;
    }

    /** A value of the option model, rounded. */
    static String text(double value, int decimals) {
        return text(BigDecimal.valueOf(Math.round(value * Math.pow(10, decimals)), decimals));
    }

    /** A mark price, rounded to so many decimals. */
    static String price(long count, int decimals) {
        return text(FuturesMarks.GRID.approximate(count), decimals);
    }

    static String text(Grid grid, long count) {
        return text(grid.exact(count));
    }
}
