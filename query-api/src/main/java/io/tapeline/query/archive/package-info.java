/** Serves the file archive under {@code /archive/}, from a directory or a bucket, and nothing else of either. */
@NullMarked
package io.tapeline.query.archive;

import org.jspecify.annotations.NullMarked;
