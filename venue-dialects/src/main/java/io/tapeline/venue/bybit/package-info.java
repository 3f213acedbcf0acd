/** Bybit: linear perpetuals and dated futures. */
@NullMarked
package io.tapeline.venue.bybit;

import org.jspecify.annotations.NullMarked;
