/** Bybit as its linear contracts are on the wire. */
@NullMarked
package io.tapeline.emulator.bybit;

import org.jspecify.annotations.NullMarked;
