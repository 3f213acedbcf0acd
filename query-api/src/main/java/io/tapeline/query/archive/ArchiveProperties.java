package io.tapeline.query.archive;

import io.tapeline.bus.archive.ArchiveTarget;
import io.tapeline.bus.archive.BucketSettings;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the archive is read from: the same as where the writer puts it.
 *
 * @param directory holds the objects, where the target is a directory
 */
@ConfigurationProperties("tapeline.archive")
record ArchiveProperties(
        @DefaultValue("directory") ArchiveTarget target,
        @DefaultValue("data/archive") Path directory,
        @DefaultValue BucketSettings s3) {
    ArchiveProperties {
        if (target == ArchiveTarget.S3) {
            s3.requireComplete();
        }
    }
}
