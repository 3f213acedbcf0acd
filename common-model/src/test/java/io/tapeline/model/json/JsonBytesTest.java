package io.tapeline.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {
    private final JsonBytes out = new JsonBytes();

    private String text() {
        return new String(out.toByteArray(), UTF_8);
    }

    @Test
    void decimalsAreTheirPlainText() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(25));
            BigDecimal signed = random.nextBoolean() ? value : value.negate();
            out.clear().decimal(signed);
            assertThat(text()).isEqualTo(signed.toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -10, 999_999_999_999_999_999L, Long.MAX_VALUE, -Long.MAX_VALUE, Long.MIN_VALUE})
    void integersAreTheirDigits(long value) {
        out.clear().integer(value);
        assertThat(text()).isEqualTo(Long.toString(value));
    }

    @Test
    void levelsArePairsOfNumbers() {
        out.clear().levels(Levels.of("85606.30", "0.000", "0.00000001", "12"));
        assertThat(text()).isEqualTo("[[85606.30,0.000],[0.00000001,12]]");
        out.clear().levels(Levels.of("0.00000051", "14285714285.00000000"));
        assertThat(text()).isEqualTo("[[0.00000051,14285714285.00000000]]");
        out.clear().levels(Levels.EMPTY);
        assertThat(text()).isEqualTo("[]");
    }

    @Test
    void timesHaveSixDecimalsOnEveryDay() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-62_167_219_200_000_000L, 253_402_300_800_000_000L);
            out.clear().time(micros);
            String text = text().substring(1, 28);
            assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
            assertThat(IsoMicros.parse(text)).isEqualTo(micros);
        }
        for (long outside : List.of(253_402_300_800_000_000L, -62_167_219_200_000_001L)) {
            assertThatThrownBy(() -> out.clear().time(outside)).isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void textIsEscapedWhereItMustBe() {
        out.clear().text("币安\"\\\u0000\n\u007f😀");
        assertThat(text()).isEqualTo("\"币安\\\"\\\\\\u0000\\n\u007f😀\"");
        assertThatThrownBy(() -> out.clear().text("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongValueGrowsTheBuffer() {
        String longest = "x".repeat(200_000);
        out.clear().text(longest);
        assertThat(text()).isEqualTo('"' + longest + '"');
    }
}
