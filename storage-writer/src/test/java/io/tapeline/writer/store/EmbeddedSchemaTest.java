package io.tapeline.writer.store;

import io.tapeline.writer.EmbeddedDatabase;
import io.tapeline.writer.TestDatabase;

class EmbeddedSchemaTest extends SchemaContract {
    @Override
    TestDatabase create() {
        return EmbeddedDatabase.create();
    }
}
