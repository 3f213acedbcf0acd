/** The emulated Indexer of dYdX v4. */
@NullMarked
package io.tapeline.emulator.dydx;

import org.jspecify.annotations.NullMarked;
