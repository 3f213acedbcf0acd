/** Frames as received, on disk and in memory. */
@NullMarked
package io.tapeline.collector.frame;

import org.jspecify.annotations.NullMarked;
