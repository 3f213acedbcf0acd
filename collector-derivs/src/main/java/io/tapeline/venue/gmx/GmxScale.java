package io.tapeline.venue.gmx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.decimal.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Integers of the contracts as decimals, exactly: USD amounts, rates and factors count 1e-30, amounts of a token
 * 10^-decimals of it, and a price is 1e-30 USD for the smallest unit of a token, so 10^(decimals - 30) USD for a whole one
 * (github.com/gmx-io/gmx-synthetics, precision).
 */
final class GmxScale {
    /** Digits after the point of USD amounts, rates and factors. */
    static final int USD = 30;

    private GmxScale() {}

    /** A USD amount, rate or factor. */
    static BigDecimal usd(JsonValue value) {
        return scaled(value, USD);
    }

    /** Null where the member is absent. */
    static @Nullable BigDecimal usd(JsonValue row, String member) {
        JsonValue value = row.find(member);
        return value == null ? null : usd(value);
    }

    /** USD for a whole token. */
    static BigDecimal price(JsonValue value, int decimals) {
        BigDecimal price = scaled(value, USD - decimals);
        if (price.signum() <= 0) {
            throw new BadMember(value.name(), "expected a price over zero, got '" + value.text() + "'");
        }
        return price;
    }

    /** Whole tokens. */
    static BigDecimal tokens(JsonValue value, int decimals) {
        return scaled(value, decimals);
    }

    private static BigDecimal scaled(JsonValue value, int digits) {
        BigDecimal number = value.decimal();
        if (number.stripTrailingZeros().scale() > 0) {
            throw new BadMember(value.name(), "expected a whole number, got '" + value.text() + "'");
        }
        return plain(number.movePointLeft(digits));
    }

    /** Without the zeros that only the scale made. */
    static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : Decimals.plain(value.stripTrailingZeros());
    }

    /** The smallest amount of a token. */
    static BigDecimal smallest(int decimals) {
        return new BigDecimal(BigInteger.ONE, decimals);
    }
}
