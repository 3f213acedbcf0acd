/** Binance spot and USD-M futures. */
@NullMarked
package io.tapeline.venue.binance;

import org.jspecify.annotations.NullMarked;
