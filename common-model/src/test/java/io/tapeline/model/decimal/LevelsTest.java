package io.tapeline.model.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00000051",
                "999999999999999999",
                "14285714285.00000000",
                "1234567890123456.500000",
                "123456789012345678.00000",
                "0.00000000000000012300"
            })
    void numbersKeepTheirDigitsTrailingZerosIncluded(String number) {
        Levels levels = Levels.builder(1)
                .number(number.toCharArray(), 0, number.length())
                .number(new BigDecimal(number))
                .build();
        assertThat(levels.price(0).toPlainString()).isEqualTo(number);
        assertThat(levels.size(0).toPlainString()).isEqualTo(number);
        assertThat(levels.toString()).contains(number + " x " + number);
    }

    @Test
    void zerosBeyondWhatCanBeKeptCostNoValue() {
        assertThat(Levels.of("1", "5.000000000000000000000000000").size(0)).isEqualByComparingTo("5");
        assertThat(Levels.of("1", "0.00000000000000000000").size(0)).isZero();
        assertThat(Levels.of("1", "1E+3").size(0)).isEqualByComparingTo("1000");
    }

    @Test
    void moreDigitsThanFitAreRefusedAndNotRounded() {
        assertThatThrownBy(() -> Levels.of("1", "1234567890123456789.1"))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("18 digits");
    }
}
