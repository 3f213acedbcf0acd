/** Binance spot and USD-M futures as their documentation and recorded payloads show them. */
@NullMarked
package io.tapeline.emulator.binance;

import org.jspecify.annotations.NullMarked;
