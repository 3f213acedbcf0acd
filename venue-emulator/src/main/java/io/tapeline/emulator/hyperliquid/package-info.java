/** The emulated Hyperliquid. */
@NullMarked
package io.tapeline.emulator.hyperliquid;

import org.jspecify.annotations.NullMarked;
