package io.tapeline.writer.retention;

import io.tapeline.writer.WriterProperties;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.util.unit.DataSize;

/** How much of what it may use the database uses: 1 is the limit. */
interface DiskUse {

    double part() throws SQLException, IOException;

    /** For people. */
    String describe();

    /** The worse of the two limits that are set. */
    static DiskUse of(WriterProperties.Disk limits, StoredHistory history) {
        return new DiskUse() {
            @Override
            public double part() throws SQLException, IOException {
                return Math.max(ofSize(limits.maxDatabaseSize(), history), ofVolume(limits));
            }

            @Override
            public String describe() {
                return "limit "
                        + (limits.maxDatabaseSize().toBytes() > 0
                                ? limits.maxDatabaseSize().toMegabytes() + " MB of database"
                                : limits.maxUsedPercent() + " % of the volume");
            }
        };
    }

    private static double ofSize(DataSize limit, StoredHistory history) throws SQLException {
        return limit.toBytes() == 0 ? 0 : (double) history.databaseBytes() / limit.toBytes();
    }

    private static double ofVolume(WriterProperties.Disk limits) throws IOException {
        Path path = limits.path();
        if (path == null || !Files.exists(path)) {
            return 0;
        }
        FileStore volume = Files.getFileStore(path);
        double used = 1 - (double) volume.getUsableSpace() / volume.getTotalSpace();
        return used * 100 / limits.maxUsedPercent();
    }
}
