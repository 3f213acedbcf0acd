package io.tapeline.bus.archive;

/** Where the objects of the archive are for its readers. */
public enum ArchiveTarget {
    /** Files below a directory. */
    DIRECTORY,
    /** An S3-compatible bucket. */
    S3
}
