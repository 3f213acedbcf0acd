package io.tapeline.writer.retention;

import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;

class EmbeddedRetentionTest extends RetentionContract {
    @Override
    TestDatabase create() {
        return EmbeddedDatabase.create();
    }
}
