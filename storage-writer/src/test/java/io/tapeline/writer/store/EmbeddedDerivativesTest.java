package io.tapeline.writer.store;

import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;

class EmbeddedDerivativesTest extends DerivativesContract {
    @Override
    TestDatabase create() {
        return EmbeddedDatabase.create();
    }
}
