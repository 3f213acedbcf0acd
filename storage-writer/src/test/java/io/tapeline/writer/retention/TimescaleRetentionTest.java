package io.tapeline.writer.retention;

import io.tapeline.writer.TestDatabase;
import io.tapeline.writer.TimescaleContainer;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class TimescaleRetentionTest extends RetentionContract {
    @Override
    TestDatabase create() {
        return TimescaleContainer.create();
    }
}
