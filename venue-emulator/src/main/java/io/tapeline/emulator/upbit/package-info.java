/** The emulated Upbit. */
@NullMarked
package io.tapeline.emulator.upbit;

import org.jspecify.annotations.NullMarked;
