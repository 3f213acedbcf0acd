/** Upbit: spot markets in KRW, BTC and USDT. */
@NullMarked
package io.tapeline.venue.upbit;

import org.jspecify.annotations.NullMarked;
