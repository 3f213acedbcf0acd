package io.tapeline.query.archive;

import java.io.IOException;
import java.util.Optional;

/** Finds objects. Blocks. */
interface ArchiveObjects extends AutoCloseable {
    /** @throws IOException when it cannot be told whether there is such an object */
    Optional<ArchiveObject> find(ArchiveKey key) throws IOException;

    @Override
    void close();
}
