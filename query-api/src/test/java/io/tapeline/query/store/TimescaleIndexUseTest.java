package io.tapeline.query.store;

import io.tapeline.writer.TimescaleContainer;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers(disabledWithoutDocker = true)
class TimescaleIndexUseTest extends IndexUse {
    @BeforeAll
    static void start() {
        start(TimescaleContainer.create());
    }
}
