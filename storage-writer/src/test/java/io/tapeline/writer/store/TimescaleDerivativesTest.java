package io.tapeline.writer.store;

import io.tapeline.writer.TestDatabase;
import io.tapeline.writer.TimescaleContainer;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class TimescaleDerivativesTest extends DerivativesContract {
    @Override
    TestDatabase create() {
        return TimescaleContainer.create();
    }
}
