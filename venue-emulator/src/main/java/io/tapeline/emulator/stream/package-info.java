/** Who listens to which stream, and the way a frame takes to them, faults included. */
@NullMarked
package io.tapeline.emulator.stream;

import org.jspecify.annotations.NullMarked;
