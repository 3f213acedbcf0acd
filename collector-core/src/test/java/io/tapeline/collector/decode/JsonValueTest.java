package io.tapeline.collector.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.model.decimal.Levels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValueTest {
    private static JsonValue read(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.50",
        "'\"1.50\"', 1.50",
        "5.0E-4, 0.00050",
        "1.0e3, 1000",
        "1e-05, 0.00001",
        "0E-18, 0.000000000000000000",
        "213378943477100544, 213378943477100544",
        "-0.10, -0.10"
    })
    void numbersKeepTheirDigitsAndLoseTheirExponent(String json, String digits) {
        assertThat(read("{\"p\":" + json + "}").decimal("p").toPlainString()).isEqualTo(digits);
    }

    @Test
    void absentNullAndEmptyAreNothing() {
        JsonValue row = read("{\"a\":null,\"b\":\"\"}");
        for (String name : List.of("a", "b", "c")) {
            assertThat(row.has(name)).isFalse();
            assertThat(row.optionalDecimal(name)).isNull();
            assertThatThrownBy(() -> row.decimal(name)).hasMessage(name + ": expected a value, got nothing");
        }
    }

    @Test
    void aComplaintNamesTheMemberAndWhatWasThere() {
        JsonValue row = read("{\"p\":\"x\",\"n\":1.5,\"l\":[1],\"z\":\"\\u0000\",\"big\":1e999999}");
        assertThatThrownBy(() -> row.decimal("p")).hasMessageStartingWith("p: expected a decimal number");
        assertThatThrownBy(() -> row.integer("n")).hasMessage("n: expected an integer of 64 bits, got '1.5'");
        assertThatThrownBy(() -> row.text("l")).hasMessage("l: expected a text, got an array");
        assertThatThrownBy(() -> row.text("z")).hasMessageStartingWith("z: expected a text without");
        assertThatThrownBy(() -> row.decimal("big")).hasMessageStartingWith("big: number out of range");
        assertThatThrownBy(() -> row.get("l").at(1)).hasMessage("l: expected more than 1 elements, got 1");
        assertThatThrownBy(row::elements).hasMessage("message: expected an array, got an object");
    }

    @Test
    void levelsComeAsArraysOfTextsOrNumbersAndAsObjects() {
        JsonValue book = read(
                "{\"a\":[[\"1.10\",\"2\",\"0\",\"7\"],[1.2,3.50]],\"o\":[{\"price\":\"1.10\",\"size\":\"0\"}],\"e\":[]}");
        assertThat(book.levels("a")).isEqualTo(Levels.of("1.10", "2", "1.2", "3.50"));
        assertThat(book.levels("o", "price", "size")).isEqualTo(Levels.of("1.10", "0"));
        assertThat(book.levels("e")).isEqualTo(Levels.EMPTY);
        assertThat(book.levels("absent")).isEqualTo(Levels.EMPTY);
    }

    @Test
    void whatIsNoSingleValueIsRefused() {
        for (String text : List.of("", "{", "{} {}", "[1,", "nonsense", "{\"a\":".repeat(100))) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(BadMember.class);
        }
    }

    @Test
    void timesAreMicrosecondsWhateverTheirUnit() {
        JsonValue row =
                read("{\"ms\":\"1786540363844\",\"s\":1765210316.125,\"iso\":\"2026-11-20T10:00:00.123456789+01:00\"}");
        assertThat(row.millis("ms")).isEqualTo(1_786_540_363_844_000L);
        assertThat(row.seconds("s")).isEqualTo(1_765_210_316_125_000L);
        assertThat(row.iso("iso")).isEqualTo(1_795_165_200_123_456L);
        assertThat(EpochTime.byMagnitude("t", 1_786_540_363L)).isEqualTo(1_786_540_363_000_000L);
        assertThat(EpochTime.byMagnitude("t", 1_786_540_363_844L)).isEqualTo(1_786_540_363_844_000L);
        assertThat(EpochTime.byMagnitude("t", 1_786_540_363_844_123L)).isEqualTo(1_786_540_363_844_123L);
        assertThat(EpochTime.byMagnitude("t", 1_786_540_363_844_123_456L)).isEqualTo(1_786_540_363_844_123L);
        assertThatThrownBy(() -> EpochTime.millis("ts", -1))
                .hasMessage("ts: expected a time between 1970 and 9999, got -1");
        assertThatThrownBy(() -> EpochTime.iso("ts", "yesterday")).hasMessageContaining("got 'yesterday'");
    }

    @Test
    void anAddressTellsWhatWasAskedInItsQueryAndItsFragment() {
        RequestAddress address =
                RequestAddress.of("https://x.example/v4/candles/BTC-USD?resolution=1MIN&a=%2Cb#type=candle");
        assertThat(address.path()).isEqualTo("/v4/candles/BTC-USD");
        assertThat(address.lastSegment()).isEqualTo("BTC-USD");
        assertThat(address.parameter("resolution")).isEqualTo("1MIN");
        assertThat(address.parameter("a")).isEqualTo(",b");
        assertThat(address.parameter("type")).isEqualTo("candle");
        assertThat(RequestAddress.of("https://x.example").path()).isEmpty();
        assertThatThrownBy(() -> address.parameter("symbol")).hasMessageContaining("expected a query with symbol");
    }
}
