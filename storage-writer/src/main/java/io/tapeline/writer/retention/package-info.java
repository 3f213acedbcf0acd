/** How long each relation is kept, and what goes first when the disk fills. */
@NullMarked
package io.tapeline.writer.retention;

import org.jspecify.annotations.NullMarked;
