package io.tapeline.writer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataErrorsTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "22003, number out of range, true",
        "22021, not a text, true",
        "23514, constraint, true",
        "54000, index entry too long, true",
        "53100, disk full, false",
        "53300, too many connections, false",
        "57P01, server stops, false",
        "08006, connection lost, false",
        "40P01, deadlock, false",
        "42501, permission denied, false"
    })
    void onlyTheValuesAreToBlameForARejectionAndAFullDiskMayPass(String state, String what, boolean rejected) {
        RuntimeException error = new R2dbcNonTransientResourceException(what, state);
        assertThat(DataErrors.reason(error).isPresent()).isEqualTo(rejected);
        assertThat(DataErrors.reason(new IllegalStateException(error)).isPresent())
                .isEqualTo(rejected);
    }
}
