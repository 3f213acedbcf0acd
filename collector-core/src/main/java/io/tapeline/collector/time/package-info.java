/** Clocks: when a frame arrived, and how much time has passed. */
@NullMarked
package io.tapeline.collector.time;

import org.jspecify.annotations.NullMarked;
