/**
 * The file archive: {@code depth_metrics} as JSON lines, an object a minute and one a day, in a directory or a bucket. It
 * is made from the stored rows, so what happens to this process neither loses nor repeats a line.
 */
@NullMarked
package io.tapeline.writer.archive;

import org.jspecify.annotations.NullMarked;
