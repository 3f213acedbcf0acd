package io.tapeline.query.store;

import io.tapeline.writer.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;

class IndexUseTest extends IndexUse {
    @BeforeAll
    static void start() {
        start(EmbeddedDatabase.create());
    }
}
