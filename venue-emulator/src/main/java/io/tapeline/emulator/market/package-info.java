/** A seeded market: books, trades, candles, funding and open interest that agree with each other to the last digit. */
@NullMarked
package io.tapeline.emulator.market;

import org.jspecify.annotations.NullMarked;
