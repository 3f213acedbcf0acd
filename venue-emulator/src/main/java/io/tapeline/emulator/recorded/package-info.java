/** Recorded sessions served again on the endpoints of their venue. */
@NullMarked
package io.tapeline.emulator.recorded;

import org.jspecify.annotations.NullMarked;
