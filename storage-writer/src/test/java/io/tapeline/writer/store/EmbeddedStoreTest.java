package io.tapeline.writer.store;

import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;

class EmbeddedStoreTest extends StoreContract {
    @Override
    TestDatabase create() {
        return EmbeddedDatabase.create();
    }
}
